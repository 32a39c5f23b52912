@NullMarked
package by.belparcel.tracking.adapter;

import org.jspecify.annotations.NullMarked;
