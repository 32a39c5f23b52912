/** Tests. */
@NullMarked
package by.belparcel.payments.adapter;

import org.jspecify.annotations.NullMarked;
