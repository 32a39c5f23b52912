@NullMarked
package by.belparcel.orders.adapter;

import org.jspecify.annotations.NullMarked;
