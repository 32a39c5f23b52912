/** PostgreSQL, cryptography and price rules behind the ports of the application. */
@NullMarked
package by.belparcel.orders.adapter;

import org.jspecify.annotations.NullMarked;
