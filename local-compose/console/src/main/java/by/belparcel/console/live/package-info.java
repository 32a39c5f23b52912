/** A client of the live map, as the operator panel is one: ticket, socket, snapshot, deltas, resume by cursor. */
@NullMarked
package by.belparcel.console.live;

import org.jspecify.annotations.NullMarked;
