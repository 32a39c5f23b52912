/** Use cases on dead letters, redrives, the chaos knob and the workflow view. */
@NullMarked
package by.belparcel.operations.application;

import org.jspecify.annotations.NullMarked;
