package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Alert;
import by.belparcel.eventing.handling.Emitter;
import by.belparcel.events.AlertEvent;
import java.time.Instant;

/** Turns what happened to an alert into events. Reasons that people wrote stay out of them. */
final class AlertFacts {

    private AlertFacts() {}

    static void raised(Alert a, Instant at, Emitter emitter) {
        emitter.emit(
                new AlertEvent.Raised(
                        a.id(),
                        a.kind(),
                        a.severity(),
                        a.subject().type(),
                        a.subject().id(),
                        a.count(),
                        at),
                a.version());
    }

    static void acknowledged(Alert a, String by, Instant at, Emitter emitter) {
        emitter.emit(
                new AlertEvent.Acknowledged(
                        a.id(),
                        a.kind(),
                        a.severity(),
                        a.subject().type(),
                        a.subject().id(),
                        a.count(),
                        by,
                        at),
                a.version());
    }

    static void snoozed(Alert a, String by, Instant until, Instant at, Emitter emitter) {
        emitter.emit(
                new AlertEvent.Snoozed(
                        a.id(),
                        a.kind(),
                        a.severity(),
                        a.subject().type(),
                        a.subject().id(),
                        a.count(),
                        by,
                        until,
                        at),
                a.version());
    }

    static void resolved(Alert a, Instant at, Emitter emitter) {
        emitter.emit(
                new AlertEvent.Resolved(
                        a.id(),
                        a.kind(),
                        a.severity(),
                        a.subject().type(),
                        a.subject().id(),
                        a.count(),
                        a.care().autoResolved(),
                        at),
                a.version());
    }
}
