/** Applies the SQL migrations of a schema. Not on the class path of function processes. */
@NullMarked
package by.belparcel.eventing.migration;

import org.jspecify.annotations.NullMarked;
