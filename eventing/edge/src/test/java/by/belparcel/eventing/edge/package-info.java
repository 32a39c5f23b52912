/** Tests. */
@NullMarked
package by.belparcel.eventing.edge;

import org.jspecify.annotations.NullMarked;
