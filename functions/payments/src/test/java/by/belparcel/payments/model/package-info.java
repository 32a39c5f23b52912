/** Tests. */
@NullMarked
package by.belparcel.payments.model;

import org.jspecify.annotations.NullMarked;
