/** Carriers as values, and the rules of duty: shift, check, rest, availability. */
@NullMarked
package by.belparcel.carriers.model;

import org.jspecify.annotations.NullMarked;
