@NullMarked
package by.belparcel.pickuppoints.adapter;

import org.jspecify.annotations.NullMarked;
