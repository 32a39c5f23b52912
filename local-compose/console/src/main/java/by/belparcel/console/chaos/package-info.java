/** Faults against a running system under load, and a checker that reads history, database and topics afterwards. */
@NullMarked
package by.belparcel.console.chaos;

import org.jspecify.annotations.NullMarked;
