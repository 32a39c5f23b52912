package by.belparcel.alerts.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who looked after an alert and how it ended.
 *
 * @param autoResolved whether the condition went by itself
 */
public record Care(
        @Nullable String ackedBy,
        @Nullable Instant ackedAt,
        @Nullable Instant snoozedUntil,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable String resolveReason,
        boolean autoResolved) {

    public static final Care NONE = new Care(null, null, null, null, null, null, false);

    Care acknowledged(String by, Instant at) {
        return new Care(by, at, snoozedUntil, resolvedBy, resolvedAt, resolveReason, autoResolved);
    }

    Care snoozed(@Nullable Instant until) {
        return new Care(ackedBy, ackedAt, until, resolvedBy, resolvedAt, resolveReason, autoResolved);
    }

    Care resolved(String by, String reason, Instant at, boolean auto) {
        return new Care(ackedBy, ackedAt, snoozedUntil, by, at, reason, auto);
    }
}
