/** Tests of the package. */
@NullMarked
package by.belparcel.carriers;

import org.jspecify.annotations.NullMarked;
