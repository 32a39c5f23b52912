package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Subject;
import by.belparcel.kernel.AlertKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an event says about a condition.
 *
 * @param seen true: it holds; false: it is clear
 * @param hold after this time without a repetition the condition counts as clear; absent = it lasts until somebody says so
 */
public record Signal(
        boolean seen,
        AlertKind kind,
        Subject subject,
        Instant at,
        @Nullable Duration hold) {

    static Signal seen(AlertKind kind, Subject subject, Instant at) {
        return new Signal(true, kind, subject, at, null);
    }

    static Signal clear(AlertKind kind, Subject subject, Instant at) {
        return new Signal(false, kind, subject, at, null);
    }
}
