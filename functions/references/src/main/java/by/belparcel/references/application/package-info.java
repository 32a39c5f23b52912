/** Search, edits and announcements of reference data. */
@NullMarked
package by.belparcel.references.application;

import org.jspecify.annotations.NullMarked;
