/** Tests of the package. */
@NullMarked
package by.belparcel.carriers.application;

import org.jspecify.annotations.NullMarked;
