@NullMarked
package by.belparcel.tracking.model;

import org.jspecify.annotations.NullMarked;
