/** Pickup tickets: the client's right to collect, and the code and QR that prove it. */
@NullMarked
package by.belparcel.pickuptickets;

import org.jspecify.annotations.NullMarked;
