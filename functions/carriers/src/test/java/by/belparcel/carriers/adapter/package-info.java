/** Tests of the package. */
@NullMarked
package by.belparcel.carriers.adapter;

import org.jspecify.annotations.NullMarked;
