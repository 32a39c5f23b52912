/** Tests of identity. */
@NullMarked
package by.belparcel.identity.adapter;

import org.jspecify.annotations.NullMarked;
