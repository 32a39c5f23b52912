@NullMarked
package by.belparcel.eventing.cache;

import org.jspecify.annotations.NullMarked;
