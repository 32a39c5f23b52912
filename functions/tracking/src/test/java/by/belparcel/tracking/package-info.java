@NullMarked
package by.belparcel.tracking;

import org.jspecify.annotations.NullMarked;
