@NullMarked
package by.belparcel.eventing.handling;

import org.jspecify.annotations.NullMarked;
