/** Tests of the package. */
@NullMarked
package by.belparcel.carriers.model;

import org.jspecify.annotations.NullMarked;
