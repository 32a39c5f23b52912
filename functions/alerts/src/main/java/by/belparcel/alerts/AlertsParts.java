package by.belparcel.alerts;

import by.belparcel.alerts.adapter.PostgresAlerts;
import by.belparcel.alerts.adapter.PostgresConditions;
import by.belparcel.alerts.adapter.PostgresDeadLetters;
import by.belparcel.alerts.adapter.PostgresFillLevels;
import by.belparcel.alerts.adapter.PostgresMissingParcels;
import by.belparcel.alerts.adapter.PostgresTrips;
import by.belparcel.alerts.application.AlertMove;
import by.belparcel.alerts.application.AlertTerms;
import by.belparcel.alerts.application.CountDeadLetters;
import by.belparcel.alerts.application.CountMissingParcels;
import by.belparcel.alerts.application.EndSnooze;
import by.belparcel.alerts.application.Evaluation;
import by.belparcel.alerts.application.FollowParcel;
import by.belparcel.alerts.application.LookForLateDeparture;
import by.belparcel.alerts.application.OnTrip;
import by.belparcel.alerts.application.RecheckAlert;
import by.belparcel.alerts.application.SnoozeAlertHandler;
import by.belparcel.alerts.application.TripNote;
import by.belparcel.alerts.application.WatchFill;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.handling.Services;
import java.util.function.Function;

/** Wires handlers to adapters. */
final class AlertsParts {

    static final PostgresAlerts ALERTS = new PostgresAlerts();
    static final AlertMove MOVE = new AlertMove(ALERTS);
    private static final PostgresConditions CONDITIONS = new PostgresConditions();
    private static final PostgresTrips TRIPS = new PostgresTrips();
    private static final PostgresDeadLetters DEAD_LETTERS = new PostgresDeadLetters();

    private static final PostgresMissingParcels MISSING_PARCELS = new PostgresMissingParcels();
    private static final PostgresFillLevels FILL_LEVELS = new PostgresFillLevels();

    private final AlertTerms terms;

    AlertsParts(Services services) {
        this.terms = AlertTerms.from(services.settings());
    }

    AlertTerms terms() {
        return terms;
    }

    Evaluation evaluation() {
        return new Evaluation(ALERTS, CONDITIONS, TRIPS, terms);
    }

    <E extends DomainEvent> OnTrip<E> onTrip(Function<E, TripNote> reading) {
        return new OnTrip<>(reading, TRIPS, ALERTS, evaluation(), terms);
    }

    CountMissingParcels missingParcels() {
        return new CountMissingParcels(MISSING_PARCELS, evaluation());
    }

    WatchFill fill() {
        return new WatchFill(FILL_LEVELS, evaluation(), terms);
    }

    FollowParcel parcel() {
        return new FollowParcel(missingParcels(), fill(), evaluation());
    }

    CountDeadLetters deadLetters() {
        return new CountDeadLetters(DEAD_LETTERS, evaluation());
    }

    LookForLateDeparture lateDeparture() {
        return new LookForLateDeparture(TRIPS, evaluation(), terms);
    }

    RecheckAlert recheck() {
        return new RecheckAlert(ALERTS, CONDITIONS, evaluation());
    }

    EndSnooze endSnooze() {
        return new EndSnooze(ALERTS, CONDITIONS);
    }

    SnoozeAlertHandler snooze() {
        return new SnoozeAlertHandler(MOVE, terms.shifts());
    }
}
