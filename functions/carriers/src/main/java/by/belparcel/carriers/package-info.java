/** Carriers: drivers with their vehicles, shifts, checks and availability. */
@NullMarked
package by.belparcel.carriers;

import org.jspecify.annotations.NullMarked;
