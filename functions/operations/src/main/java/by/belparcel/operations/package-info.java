/** What operators see and do: dead letters, redrive, workflow view, chaos knob. */
@NullMarked
package by.belparcel.operations;

import org.jspecify.annotations.NullMarked;
