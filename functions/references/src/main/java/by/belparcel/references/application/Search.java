package by.belparcel.references.application;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is sorted by code.
 *
 * @param pattern LIKE pattern over names, addresses and codes, lower-case, escaped by {@code !}
 * @param afterCode code of the last row of the page before
 */
public record Search(@Nullable String pattern, @Nullable String afterCode, int limit) {}
