/** Tables, providers and settings of payments. */
@NullMarked
package by.belparcel.payments.adapter;

import org.jspecify.annotations.NullMarked;
