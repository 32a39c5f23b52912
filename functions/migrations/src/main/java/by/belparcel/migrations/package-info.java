/** The job that prepares the database before functions of a new release serve. */
@NullMarked
package by.belparcel.migrations;

import org.jspecify.annotations.NullMarked;
