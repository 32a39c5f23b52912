package by.belparcel.alerts;

import by.belparcel.alerts.application.TripNote;
import by.belparcel.alerts.application.TripReadings;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.TripEvent;
import java.util.List;
import java.util.function.Function;

/** The events that tell the course of a trip. */
final class TripSources {

    private TripSources() {}

    static List<FunctionSpec> functions() {
        return List.of(
                trip("rememberTripOnPlanned", TripEvent.Planned.TYPE, TripReadings::planned),
                trip("rememberTripOnPlanChanged", TripEvent.PlanChanged.TYPE, TripReadings::planChanged),
                trip("clearAlertsOnAssigned", AssignmentEvent.Assigned.TYPE, TripReadings::assigned),
                trip(
                        "watchDepartureOnAssignmentConfirmed",
                        AssignmentEvent.AssignmentConfirmed.TYPE,
                        TripReadings::confirmed),
                trip("clearAlertsOnReassigned", AssignmentEvent.Reassigned.TYPE, TripReadings::reassigned),
                trip("clearAlertsOnTripStarted", TripEvent.Started.TYPE, TripReadings::started),
                trip("resolveAlertsOnTripCompleted", TripEvent.Completed.TYPE, TripReadings::completed),
                trip("resolveAlertsOnTripCancelled", TripEvent.Cancelled.TYPE, TripReadings::cancelled));
    }

    private static <E extends DomainEvent> FunctionSpec trip(
            String name, EventType<E> type, Function<E, TripNote> reading) {
        return FunctionSpec.on(name, type, services -> new AlertsParts(services).onTrip(reading));
    }
}
