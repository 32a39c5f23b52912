/** Use cases of orders: commands, queries, reactions to events, and the ports that they need. */
@NullMarked
package by.belparcel.orders.application;

import org.jspecify.annotations.NullMarked;
