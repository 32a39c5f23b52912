/** Rules of an order: limits, states, transitions. Pure Java. */
@NullMarked
package by.belparcel.orders.model;

import org.jspecify.annotations.NullMarked;
