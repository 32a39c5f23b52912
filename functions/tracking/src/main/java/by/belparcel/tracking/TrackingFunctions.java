package by.belparcel.tracking;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;
import static by.belparcel.eventing.handling.FunctionSpec.tick;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.events.AlertEvent;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.CarrierEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.events.TripEvent;
import by.belparcel.tracking.adapter.TrackingSettings;
import by.belparcel.tracking.application.AdmitCarrierOnCarrierActivated;
import by.belparcel.tracking.application.AdoptCarrierOnReferenceUpdated;
import by.belparcel.tracking.application.AssignTripOnHandoverInitiated;
import by.belparcel.tracking.application.AssignTripOnTripAssigned;
import by.belparcel.tracking.application.AssignTripOnTripReassigned;
import by.belparcel.tracking.application.BarCarrierOnCarrierDeactivated;
import by.belparcel.tracking.application.CarrierStore;
import by.belparcel.tracking.application.EndTripOnTripCancelled;
import by.belparcel.tracking.application.EndTripOnTripCompleted;
import by.belparcel.tracking.application.GetTrack;
import by.belparcel.tracking.application.GetTripLocation;
import by.belparcel.tracking.application.ListLocations;
import by.belparcel.tracking.application.ListRejected;
import by.belparcel.tracking.application.LookOnTimerFired;
import by.belparcel.tracking.application.MoveTripOnHandoverCompleted;
import by.belparcel.tracking.application.PlanTripOnTripPlanChanged;
import by.belparcel.tracking.application.PlanTripOnTripPlanned;
import by.belparcel.tracking.application.RecordAvailabilityOnCarrierAvailabilityChanged;
import by.belparcel.tracking.application.RecordEtaOnTripEtaChanged;
import by.belparcel.tracking.application.RecordStopOnTripStopArrived;
import by.belparcel.tracking.application.RecordStopOnTripStopCompleted;
import by.belparcel.tracking.application.RecordStopOnTripStopFailed;
import by.belparcel.tracking.application.RecordStopOnTripStopSkipped;
import by.belparcel.tracking.application.ReleaseTripOnTripAssignmentExpired;
import by.belparcel.tracking.application.ReleaseTripOnTripAssignmentRejected;
import by.belparcel.tracking.application.ReleaseTripOnTripAssignmentRevoked;
import by.belparcel.tracking.application.ShowAlertOnAlertAcknowledged;
import by.belparcel.tracking.application.ShowAlertOnAlertRaised;
import by.belparcel.tracking.application.ShowAlertOnAlertResolved;
import by.belparcel.tracking.application.ShowAlertOnAlertSnoozed;
import by.belparcel.tracking.application.SignalChanges;
import by.belparcel.tracking.application.StartTripOnTripStarted;
import by.belparcel.tracking.application.TripBook;
import by.belparcel.tracking.application.UploadReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The one list of routes and handlers of tracking. */
public final class TrackingFunctions implements FunctionModule {

    private final TrackingParts parts = new TrackingParts();

    @Override
    public String name() {
        return "tracking";
    }

    @Override
    public List<FunctionSpec> functions() {
        List<FunctionSpec> all = new ArrayList<>(routes());
        all.add(on("judgeFixOnLocationReported", TrackingEvent.LocationReported.TYPE, parts::judge));
        all.add(on(
                "lookOnTimerFired",
                PlatformEvent.TimerFired.TYPE,
                Map.of("timerkind", SignalChanges.TIMER),
                s -> new LookOnTimerFired(parts.signals(s))));
        all.add(tick("tidyTracks", "nightly", parts::tidy));
        all.addAll(trips());
        all.addAll(carriers());
        all.addAll(alerts());
        all.addAll(SharingFunctions.all());
        return List.copyOf(all);
    }

    private List<FunctionSpec> routes() {
        return List.of(
                // Carrier and counter of the fix are the key, so there is no Idempotency-Key.
                FunctionSpec.with(
                        command(
                                "reportLocations",
                                "POST",
                                "/carrier/locations",
                                "location.publish",
                                new UploadReader(),
                                parts::reportLocations),
                        Duration.ZERO,
                        HttpRoute.KIB_256,
                        true),
                query(
                        "listLocations",
                        "/locations",
                        "location.read",
                        ListLocations.PARAMETERS,
                        s -> new ListLocations(parts.reads(s))),
                query(
                        "getTripLocation",
                        "/trips/{id}/location",
                        "location.read",
                        Set.of(),
                        s -> new GetTripLocation(parts.reads(s))),
                query(
                        "getTrack",
                        "/trips/{id}/track",
                        "location.read",
                        GetTrack.PARAMETERS,
                        s -> new GetTrack(parts.reads(s), TrackingSettings.longestRange(s.settings()))),
                query(
                        "listRejected",
                        "/trips/{id}/track/rejected",
                        "location.read-rejected",
                        ListRejected.PARAMETERS,
                        s -> new ListRejected(parts.reads(s))));
    }

    private List<FunctionSpec> trips() {
        return List.of(
                trip("planTripOnTripPlanned", TripEvent.Planned.TYPE, PlanTripOnTripPlanned::new),
                trip("planTripOnTripPlanChanged", TripEvent.PlanChanged.TYPE, PlanTripOnTripPlanChanged::new),
                trip("assignTripOnTripAssigned", AssignmentEvent.Assigned.TYPE, AssignTripOnTripAssigned::new),
                trip("assignTripOnTripReassigned", AssignmentEvent.Reassigned.TYPE, AssignTripOnTripReassigned::new),
                trip(
                        "releaseTripOnTripAssignmentRejected",
                        AssignmentEvent.AssignmentRejected.TYPE,
                        ReleaseTripOnTripAssignmentRejected::new),
                trip(
                        "releaseTripOnTripAssignmentExpired",
                        AssignmentEvent.AssignmentExpired.TYPE,
                        ReleaseTripOnTripAssignmentExpired::new),
                trip(
                        "releaseTripOnTripAssignmentRevoked",
                        AssignmentEvent.AssignmentRevoked.TYPE,
                        ReleaseTripOnTripAssignmentRevoked::new),
                trip(
                        "assignTripOnHandoverInitiated",
                        AssignmentEvent.HandoverInitiated.TYPE,
                        AssignTripOnHandoverInitiated::new),
                on(
                        "startTripOnTripStarted",
                        TripEvent.Started.TYPE,
                        s -> new StartTripOnTripStarted(TrackingParts.BOOK, parts.signals(s))),
                trip(
                        "moveTripOnHandoverCompleted",
                        AssignmentEvent.HandoverCompleted.TYPE,
                        MoveTripOnHandoverCompleted::new),
                trip("recordStopOnTripStopArrived", TripEvent.StopArrived.TYPE, RecordStopOnTripStopArrived::new),
                trip("recordStopOnTripStopCompleted", TripEvent.StopCompleted.TYPE, RecordStopOnTripStopCompleted::new),
                trip("recordStopOnTripStopSkipped", TripEvent.StopSkipped.TYPE, RecordStopOnTripStopSkipped::new),
                trip("recordStopOnTripStopFailed", TripEvent.StopFailed.TYPE, RecordStopOnTripStopFailed::new),
                trip("recordEtaOnTripEtaChanged", TripEvent.EtaChanged.TYPE, RecordEtaOnTripEtaChanged::new),
                trip("endTripOnTripCompleted", TripEvent.Completed.TYPE, EndTripOnTripCompleted::new),
                trip("endTripOnTripCancelled", TripEvent.Cancelled.TYPE, EndTripOnTripCancelled::new));
    }

    private static List<FunctionSpec> carriers() {
        return List.of(
                carrier(
                        "watchCarrierOnReferenceUpdated",
                        PlatformEvent.ReferenceUpdated.TYPE,
                        AdoptCarrierOnReferenceUpdated::new),
                carrier(
                        "admitCarrierOnCarrierActivated",
                        CarrierEvent.Activated.TYPE,
                        AdmitCarrierOnCarrierActivated::new),
                carrier(
                        "barCarrierOnCarrierDeactivated",
                        CarrierEvent.Deactivated.TYPE,
                        BarCarrierOnCarrierDeactivated::new),
                carrier(
                        "recordAvailabilityOnCarrierAvailabilityChanged",
                        CarrierEvent.AvailabilityChanged.TYPE,
                        RecordAvailabilityOnCarrierAvailabilityChanged::new));
    }

    private static List<FunctionSpec> alerts() {
        return List.of(
                trip(
                        "showAlertOnAlertRaised",
                        AlertEvent.Raised.TYPE,
                        book -> new ShowAlertOnAlertRaised(book, TrackingParts.FEED)),
                trip(
                        "showAlertOnAlertAcknowledged",
                        AlertEvent.Acknowledged.TYPE,
                        book -> new ShowAlertOnAlertAcknowledged(book, TrackingParts.FEED)),
                trip(
                        "showAlertOnAlertSnoozed",
                        AlertEvent.Snoozed.TYPE,
                        book -> new ShowAlertOnAlertSnoozed(book, TrackingParts.FEED)),
                trip(
                        "showAlertOnAlertResolved",
                        AlertEvent.Resolved.TYPE,
                        book -> new ShowAlertOnAlertResolved(book, TrackingParts.FEED)));
    }

    private static <E extends DomainEvent> FunctionSpec trip(
            String name, EventType<E> type, Function<TripBook, EventHandler<E>> handler) {
        return on(name, type, s -> handler.apply(TrackingParts.BOOK));
    }

    private static <E extends DomainEvent> FunctionSpec carrier(
            String name, EventType<E> type, Function<CarrierStore, EventHandler<E>> handler) {
        return on(name, type, s -> handler.apply(TrackingParts.CARRIERS));
    }
}
