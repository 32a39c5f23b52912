/** The runner's own page, its state as JSON and the metrics of all functions, on the loopback address only. */
@NullMarked
package by.belparcel.runner.admin;

import org.jspecify.annotations.NullMarked;
