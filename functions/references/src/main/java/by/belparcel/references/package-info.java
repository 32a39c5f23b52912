/** Reference data: warehouses, pick-up points and shops that other contexts refer to. */
@NullMarked
package by.belparcel.references;

import org.jspecify.annotations.NullMarked;
