/** Tests of identity. */
@NullMarked
package by.belparcel.identity.model;

import org.jspecify.annotations.NullMarked;
