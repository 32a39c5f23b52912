package by.belparcel.alerts.application;

import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.AlertKind;
import java.util.List;

/** What the events of a trip say about its course, and which conditions each of them ends. */
public final class TripReadings {

    private TripReadings() {}

    public static TripNote planned(TripEvent.Planned event) {
        return TripNote.planned(event.tripId(), event.plannedDeparture(), event.version(), event.at());
    }

    public static TripNote planChanged(TripEvent.PlanChanged event) {
        return TripNote.planned(event.tripId(), event.plannedDeparture(), event.version(), event.at());
    }

    public static TripNote assigned(AssignmentEvent.Assigned event) {
        return new TripNote(
                event.tripId(), null, null, false, false, false, List.of(AlertKind.TRIP_UNASSIGNED), event.at());
    }

    public static TripNote confirmed(AssignmentEvent.AssignmentConfirmed event) {
        return TripNote.confirmed(event.tripId(), event.at(), AlertKind.TRIP_UNASSIGNED, AlertKind.ASSIGNMENT_TIMEOUT);
    }

    public static TripNote reassigned(AssignmentEvent.Reassigned event) {
        return new TripNote(
                event.tripId(),
                null,
                null,
                false,
                false,
                false,
                List.of(AlertKind.TRIP_UNASSIGNED, AlertKind.ASSIGNMENT_TIMEOUT),
                event.at());
    }

    /** What broke down before the start was mended or replaced. */
    public static TripNote started(TripEvent.Started event) {
        return TripNote.started(
                event.tripId(),
                event.at(),
                AlertKind.LATE_DEPARTURE,
                AlertKind.TRIP_UNASSIGNED,
                AlertKind.ASSIGNMENT_TIMEOUT,
                AlertKind.BREAKDOWN);
    }

    public static TripNote completed(TripEvent.Completed event) {
        return TripNote.over(event.tripId(), event.at());
    }

    public static TripNote cancelled(TripEvent.Cancelled event) {
        return TripNote.over(event.tripId(), event.at());
    }
}
