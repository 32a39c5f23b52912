/** Reference data as values: what they are, what of them is public, what a change changes. */
@NullMarked
package by.belparcel.references.model;

import org.jspecify.annotations.NullMarked;
