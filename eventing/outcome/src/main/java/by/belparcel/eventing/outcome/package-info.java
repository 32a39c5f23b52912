/** What a handler answers: success or a business refusal, as values. */
@NullMarked
package by.belparcel.eventing.outcome;

import org.jspecify.annotations.NullMarked;
