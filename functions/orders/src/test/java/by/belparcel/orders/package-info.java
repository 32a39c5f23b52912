@NullMarked
package by.belparcel.orders;

import org.jspecify.annotations.NullMarked;
