/** PostgreSQL statements of the operations context. */
@NullMarked
package by.belparcel.operations.adapter;

import org.jspecify.annotations.NullMarked;
