/** Public routing instances, to measure the optimiser against the best known results. */
@NullMarked
package by.belparcel.routing.solomon;

import org.jspecify.annotations.NullMarked;
