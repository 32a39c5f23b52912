package by.belparcel.trips;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;

import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.ReassignCommand;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.trips.adapter.PostgresTrips;
import by.belparcel.trips.adapter.assigning.PostgresAssignmentReads;
import by.belparcel.trips.adapter.assigning.PostgresCarrierBook;
import by.belparcel.trips.adapter.assigning.PostgresHandovers;
import by.belparcel.trips.adapter.assigning.PostgresReassignments;
import by.belparcel.trips.application.assigning.CompleteHandover;
import by.belparcel.trips.application.assigning.ConfirmTrip;
import by.belparcel.trips.application.assigning.ExpireOfferOnConfirmTimeout;
import by.belparcel.trips.application.assigning.GetHandoverReportHandler;
import by.belparcel.trips.application.assigning.ListOffersHandler;
import by.belparcel.trips.application.assigning.ListReassignmentsHandler;
import by.belparcel.trips.application.assigning.ReassignOnLateDeparture;
import by.belparcel.trips.application.assigning.ReassignReader;
import by.belparcel.trips.application.assigning.ReassignTripsReader;
import by.belparcel.trips.application.assigning.RecordShiftOnShiftEnded;
import by.belparcel.trips.application.assigning.RegisterCarrierOnReferenceUpdated;
import by.belparcel.trips.application.assigning.RejectTrip;
import by.belparcel.trips.application.assigning.RetrySearchOnTimer;
import by.belparcel.trips.application.assigning.ScanBoxesReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Routes and handlers of the assignment half of trips. */
final class AssigningFunctions {

    private static final Duration KEY_LIFE = Duration.ofHours(24);

    private AssigningFunctions() {}

    static List<FunctionSpec> list() {
        List<FunctionSpec> all = new ArrayList<>(commands());
        all.addAll(handovers());
        all.addAll(queries());
        all.addAll(tripEvents());
        all.addAll(carrierEvents());
        all.addAll(timers());
        return List.copyOf(all);
    }

    private static List<FunctionSpec> commands() {
        return List.of(
                FunctionSpec.with(
                        command(
                                "confirmTrip",
                                "POST",
                                "/carrier/trips/{id}/confirm",
                                "trip.answer",
                                (body, parameters) -> new ConfirmTrip(),
                                services -> AssigningParts.of(services).confirm()),
                        KEY_LIFE,
                        0,
                        false),
                command(
                        "rejectTrip",
                        "POST",
                        "/carrier/trips/{id}/reject",
                        "trip.answer",
                        (body, parameters) -> new RejectTrip(body.text("reason", 1, 500)),
                        services -> AssigningParts.of(services).reject()),
                command(
                        "reassignTrip",
                        "POST",
                        "/trips/{id}/reassign",
                        "trip.reassign",
                        new ReassignReader(),
                        services -> AssigningParts.of(services).reassign()));
    }

    private static List<FunctionSpec> handovers() {
        return List.of(
                FunctionSpec.with(
                        command(
                                "reassignTrips",
                                "POST",
                                "/trips/reassign-bulk",
                                "trip.reassign-bulk",
                                new ReassignTripsReader(),
                                services -> AssigningParts.of(services).reassignBulk()),
                        KEY_LIFE,
                        HttpRoute.KIB_256,
                        true),
                command(
                        "scanBoxes",
                        "POST",
                        "/carrier/trips/{id}/handover/scans",
                        "trip.handover",
                        new ScanBoxesReader(),
                        services -> AssigningParts.of(services).scanBoxes()),
                FunctionSpec.with(
                        command(
                                "completeHandover",
                                "POST",
                                "/carrier/trips/{id}/handover/complete",
                                "trip.handover",
                                (body, parameters) -> new CompleteHandover(),
                                services -> AssigningParts.of(services).completeHandover()),
                        KEY_LIFE,
                        0,
                        false));
    }

    private static List<FunctionSpec> queries() {
        return List.of(
                query(
                        "listOffers",
                        "/carrier/offers",
                        "trip.offers",
                        Set.of(),
                        services -> new ListOffersHandler(new PostgresAssignmentReads())),
                query(
                        "getCandidates",
                        "/trips/{id}/candidates",
                        "trip.candidates",
                        Set.of(),
                        services -> AssigningParts.of(services).candidates()),
                query(
                        "listReassignments",
                        "/trips/reassignments",
                        "trip.reassignments",
                        Set.of("from", "trigger", "limit", "cursor"),
                        services -> new ListReassignmentsHandler(new PostgresReassignments())),
                query(
                        "getHandoverReport",
                        "/trips/{id}/handover-report",
                        "trip.handover-report",
                        Set.of(),
                        services -> new GetHandoverReportHandler(new PostgresTrips(), new PostgresHandovers())));
    }

    private static List<FunctionSpec> tripEvents() {
        return List.of(
                on(
                        "offerTripOnTripPlanned",
                        TripEvent.Planned.TYPE,
                        services -> AssigningParts.of(services).onPlanned()),
                on(
                        "recheckCarrierOnPlanChanged",
                        TripEvent.PlanChanged.TYPE,
                        services -> AssigningParts.of(services).onPlanChanged()),
                on(
                        "reassignTripOnRequested",
                        ReassignCommand.Requested.TYPE,
                        services -> AssigningParts.of(services).onRequested()),
                on(
                        "reassignTripOnBreakdownReported",
                        TripEvent.BreakdownReported.TYPE,
                        services -> AssigningParts.of(services).onBreakdown()),
                on(
                        "reassignTripOnSignalLost",
                        TrackingEvent.SignalLost.TYPE,
                        services -> AssigningParts.of(services).onSignalLost()));
    }

    private static List<FunctionSpec> carrierEvents() {
        return List.of(
                on(
                        "offerTripsOnAvailabilityChanged",
                        CarrierEvent.AvailabilityChanged.TYPE,
                        services -> AssigningParts.of(services).onAvailabilityChanged()),
                on(
                        "offerTripsOnShiftStarted",
                        CarrierEvent.ShiftStarted.TYPE,
                        services -> AssigningParts.of(services).onShiftStarted()),
                on(
                        "recordShiftOnShiftEnded",
                        CarrierEvent.ShiftEnded.TYPE,
                        services -> new RecordShiftOnShiftEnded(new PostgresCarrierBook())),
                on(
                        "offerTripsOnCarrierActivated",
                        CarrierEvent.Activated.TYPE,
                        services -> AssigningParts.of(services).onActivated()),
                on(
                        "reassignTripsOnCarrierDeactivated",
                        CarrierEvent.Deactivated.TYPE,
                        services -> AssigningParts.of(services).onDeactivated()),
                on(
                        "reassignTripOnVehicleChecked",
                        CarrierEvent.VehicleChecked.TYPE,
                        services -> AssigningParts.of(services).onVehicleChecked()),
                on(
                        "registerCarrierOnReferenceUpdated",
                        PlatformEvent.ReferenceUpdated.TYPE,
                        services -> new RegisterCarrierOnReferenceUpdated(new PostgresCarrierBook())));
    }

    private static List<FunctionSpec> timers() {
        return List.of(
                on(
                        "expireOfferOnConfirmTimeout",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", ExpireOfferOnConfirmTimeout.TIMER),
                        services -> AssigningParts.of(services).onConfirmTimeout()),
                on(
                        "retrySearchOnTimer",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", RetrySearchOnTimer.TIMER),
                        services -> AssigningParts.of(services).onRetry()),
                on(
                        "reassignOnLateDeparture",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", ReassignOnLateDeparture.TIMER),
                        services -> AssigningParts.of(services).onLateDeparture()));
    }
}
