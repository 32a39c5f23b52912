/** Puts the parts together: {@code up}, {@code down}, {@code status}. */
@NullMarked
package by.belparcel.runner.main;

import org.jspecify.annotations.NullMarked;
