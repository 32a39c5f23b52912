/** Payments: authorisation, capture, void and refund of the money of an order. */
@NullMarked
package by.belparcel.payments;

import org.jspecify.annotations.NullMarked;
