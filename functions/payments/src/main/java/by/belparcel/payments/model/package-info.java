/** What a payment is and how money may move: states, rules, ledger. No I/O. */
@NullMarked
package by.belparcel.payments.model;

import org.jspecify.annotations.NullMarked;
