/** The demonstration: orders, simulated carriers that use the carrier app's API, and an operator who closes batches. */
@NullMarked
package by.belparcel.console.demo;

import org.jspecify.annotations.NullMarked;
