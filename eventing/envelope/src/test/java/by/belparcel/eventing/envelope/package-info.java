/** Tests of the codecs. */
@NullMarked
package by.belparcel.eventing.envelope;

import org.jspecify.annotations.NullMarked;
