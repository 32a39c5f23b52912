/** Tests of identity. */
@NullMarked
package by.belparcel.identity;

import org.jspecify.annotations.NullMarked;
