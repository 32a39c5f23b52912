/** Reference data in PostgreSQL. */
@NullMarked
package by.belparcel.references.adapter;

import org.jspecify.annotations.NullMarked;
