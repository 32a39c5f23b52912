/** Tests. */
@NullMarked
package by.belparcel.eventing.edge.telemetry;

import org.jspecify.annotations.NullMarked;
