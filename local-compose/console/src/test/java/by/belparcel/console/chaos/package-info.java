/** Tests of the chaos tool: that it finds what is broken, and that the product survives it. */
@NullMarked
package by.belparcel.console.chaos;

import org.jspecify.annotations.NullMarked;
