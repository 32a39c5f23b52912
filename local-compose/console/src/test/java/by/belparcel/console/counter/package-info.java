@NullMarked
package by.belparcel.console.counter;

import org.jspecify.annotations.NullMarked;
