@NullMarked
package by.belparcel.orders.application;

import org.jspecify.annotations.NullMarked;
