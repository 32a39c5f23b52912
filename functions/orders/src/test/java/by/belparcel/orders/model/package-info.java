@NullMarked
package by.belparcel.orders.model;

import org.jspecify.annotations.NullMarked;
