package by.belparcel.orders.application;

import org.jspecify.annotations.Nullable;

/**
 * Why a row of the history exists.
 *
 * @param actor {@code role:subject} or {@code system}
 * @param causeId id of the event or command
 * @param detail reason code that a person gave
 */
public record Cause(String actor, String causeId, @Nullable String detail) {}
