@NullMarked
package by.belparcel.tracking.stream.model;

import org.jspecify.annotations.NullMarked;
