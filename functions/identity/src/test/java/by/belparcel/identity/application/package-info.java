/** Tests of identity. */
@NullMarked
package by.belparcel.identity.application;

import org.jspecify.annotations.NullMarked;
