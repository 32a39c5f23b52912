/** The live stream's tables. */
@NullMarked
package by.belparcel.tracking.stream.adapter;

import org.jspecify.annotations.NullMarked;
