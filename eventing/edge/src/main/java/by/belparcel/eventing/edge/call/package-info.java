/** What passes between the HTTP side and a function of the catalogue. */
@NullMarked
package by.belparcel.eventing.edge.call;

import org.jspecify.annotations.NullMarked;
