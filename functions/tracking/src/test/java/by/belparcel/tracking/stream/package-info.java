@NullMarked
package by.belparcel.tracking.stream;

import org.jspecify.annotations.NullMarked;
