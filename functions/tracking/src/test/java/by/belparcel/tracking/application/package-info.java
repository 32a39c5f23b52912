@NullMarked
package by.belparcel.tracking.application;

import org.jspecify.annotations.NullMarked;
