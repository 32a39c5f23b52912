@NullMarked
package by.belparcel.tracking.stream.application;

import org.jspecify.annotations.NullMarked;
