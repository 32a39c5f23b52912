/** Measurements: each prints its figure beside a reference measured in the same run. */
@NullMarked
package by.belparcel.console.bench;

import org.jspecify.annotations.NullMarked;
