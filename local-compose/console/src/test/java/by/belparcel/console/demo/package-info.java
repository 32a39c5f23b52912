/** The demonstration as a test. */
@NullMarked
package by.belparcel.console.demo;

import org.jspecify.annotations.NullMarked;
