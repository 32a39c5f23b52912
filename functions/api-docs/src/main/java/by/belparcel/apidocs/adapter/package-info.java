/** Files from the class path. */
@NullMarked
package by.belparcel.apidocs.adapter;

import org.jspecify.annotations.NullMarked;
