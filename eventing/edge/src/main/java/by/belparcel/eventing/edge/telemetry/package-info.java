/** Log lines, metrics and spans; nothing here delays the first answer. */
@NullMarked
package by.belparcel.eventing.edge.telemetry;

import org.jspecify.annotations.NullMarked;
