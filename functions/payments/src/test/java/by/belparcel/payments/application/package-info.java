/** Tests. */
@NullMarked
package by.belparcel.payments.application;

import org.jspecify.annotations.NullMarked;
