/** Tests. */
@NullMarked
package by.belparcel.payments;

import org.jspecify.annotations.NullMarked;
