/** What a pickup ticket is: states, code, attempts, lock, QR token. No I/O. */
@NullMarked
package by.belparcel.pickuptickets.model;

import org.jspecify.annotations.NullMarked;
