package by.belparcel.trips;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;

import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.TrackingEvent;
import by.belparcel.trips.application.driving.AtStopReader;
import by.belparcel.trips.application.driving.DeliverReader;
import by.belparcel.trips.application.driving.EndTripReader;
import by.belparcel.trips.application.driving.PickUpReader;
import by.belparcel.trips.application.driving.ReportBreakdownReader;
import by.belparcel.trips.application.driving.ResequenceReader;
import by.belparcel.trips.application.planning.Replanning;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Routes and handlers of the context trips. */
public final class TripsFunctions implements FunctionModule {

    private static final String POST = "POST";
    private static final String DRIVE = "trip.drive";
    private static final String READ = "trip.read";
    private static final String LIST = "trip.list";

    private static final Set<String> FILTER = Set.of(
            "state", "pvz", "warehouse", "carrier", "date", "needs_manual", "late", "q", "sort", "limit", "cursor");

    @Override
    public String name() {
        return "trips";
    }

    @Override
    public List<FunctionSpec> functions() {
        return Stream.of(planning(), driving(), operating(), reading(), AssigningFunctions.list())
                .flatMap(List::stream)
                .toList();
    }

    private static List<FunctionSpec> planning() {
        return List.of(
                on(
                        "planBatchOnBatchClosed",
                        BatchEvent.Closed.TYPE,
                        services -> new TripsParts(services).planBatchOnBatchClosed()),
                on(
                        "removeOrderOnBatchOrderRemoved",
                        BatchEvent.OrderRemoved.TYPE,
                        services -> new TripsParts(services).removeOrderOnBatchOrderRemoved()),
                on(
                        "dropBatchOnBatchCancelled",
                        BatchEvent.Cancelled.TYPE,
                        services -> new TripsParts(services).dropBatchOnBatchCancelled()),
                on(
                        "planBatchOnReplanTimer",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", Replanning.TIMER),
                        services -> new TripsParts(services).planBatchOnReplanTimer()),
                on(
                        "adoptTripPlaceOnReferenceUpdated",
                        PlatformEvent.ReferenceUpdated.TYPE,
                        services -> new TripsParts(services).adoptPlaceOnReferenceUpdated()),
                on(
                        "estimateArrivalOnPositionAccepted",
                        TrackingEvent.PositionAccepted.TYPE,
                        services -> new TripsParts(services).estimateArrivalOnPositionAccepted()));
    }

    private static List<FunctionSpec> driving() {
        return List.of(
                command(
                        "pickUpBatches",
                        POST,
                        "/carrier/trips/{id}/pickup",
                        DRIVE,
                        new PickUpReader(),
                        services -> new TripsParts(services).pickUp()),
                command(
                        "deliverBatches",
                        POST,
                        "/carrier/trips/{id}/deliver",
                        DRIVE,
                        new DeliverReader(),
                        services -> new TripsParts(services).deliver()),
                command(
                        "arriveAtStop",
                        POST,
                        "/carrier/trips/{id}/stops/{seq}/arrive",
                        DRIVE,
                        AtStopReader.plain(),
                        services -> new TripsParts(services).arrive()),
                command(
                        "completeStop",
                        POST,
                        "/carrier/trips/{id}/stops/{seq}/complete",
                        DRIVE,
                        AtStopReader.plain(),
                        services -> new TripsParts(services).completeStop()),
                command(
                        "skipStop",
                        POST,
                        "/carrier/trips/{id}/stops/{seq}/skip",
                        DRIVE,
                        AtStopReader.withReason(),
                        services -> new TripsParts(services).skipStop()),
                command(
                        "failStop",
                        POST,
                        "/carrier/trips/{id}/stops/{seq}/fail",
                        DRIVE,
                        AtStopReader.withReason(),
                        services -> new TripsParts(services).failStop()),
                command(
                        "reportBreakdown",
                        POST,
                        "/carrier/trips/{id}/breakdown",
                        DRIVE,
                        new ReportBreakdownReader(),
                        services -> new TripsParts(services).reportBreakdown()),
                query(
                        "listCarrierTrips",
                        "/carrier/trips",
                        "trip.own",
                        Set.of("date", "limit", "cursor"),
                        services -> new TripsParts(services).carrierTrips()),
                query(
                        "listCarrierHistory",
                        "/carrier/history",
                        "trip.own",
                        Set.of("date", "limit", "cursor"),
                        services -> new TripsParts(services).carrierHistory()));
    }

    private static List<FunctionSpec> operating() {
        return List.of(
                command(
                        "completeTrip",
                        POST,
                        "/trips/{id}/complete",
                        "trip.complete",
                        new EndTripReader(),
                        services -> new TripsParts(services).completeTrip()),
                command(
                        "cancelTrip",
                        POST,
                        "/trips/{id}/cancel",
                        "trip.cancel",
                        new EndTripReader(),
                        services -> new TripsParts(services).cancelTrip()),
                command(
                        "resequenceTrip",
                        POST,
                        "/trips/{id}/resequence",
                        "trip.plan",
                        new ResequenceReader(),
                        services -> new TripsParts(services).resequence()),
                command(
                        "recordBreakdown",
                        POST,
                        "/trips/{id}/breakdown",
                        "trip.breakdown",
                        new ReportBreakdownReader(),
                        services -> new TripsParts(services).reportBreakdown()));
    }

    private static List<FunctionSpec> reading() {
        return List.of(
                query("listTrips", "/trips", READ, FILTER, services -> new TripsParts(services).listTrips()),
                query(
                        "listUnassigned",
                        "/trips/unassigned",
                        LIST,
                        Set.of(),
                        services -> new TripsParts(services).listUnassigned()),
                query(
                        "listDelays",
                        "/trips/delays",
                        LIST,
                        Set.of("hours"),
                        services -> new TripsParts(services).listDelays()),
                query("getTrip", "/trips/{id}", READ, Set.of(), services -> new TripsParts(services).getTrip()),
                query(
                        "getTripTimeline",
                        "/trips/{id}/timeline",
                        READ,
                        Set.of(),
                        services -> new TripsParts(services).getTimeline()),
                query(
                        "getTripPlan",
                        "/trips/{id}/plan",
                        READ,
                        Set.of("version"),
                        services -> new TripsParts(services).getPlan()));
    }
}
