/** Dead letters, redrives and the workflow view as values. */
@NullMarked
package by.belparcel.operations.model;

import org.jspecify.annotations.NullMarked;
