package by.belparcel.trips;

import by.belparcel.eventing.handling.Services;
import by.belparcel.trips.adapter.Distances;
import by.belparcel.trips.adapter.PostgresBatches;
import by.belparcel.trips.adapter.PostgresPlaces;
import by.belparcel.trips.adapter.PostgresPlans;
import by.belparcel.trips.adapter.PostgresPositions;
import by.belparcel.trips.adapter.PostgresTripReads;
import by.belparcel.trips.adapter.PostgresTrips;
import by.belparcel.trips.application.Estimates;
import by.belparcel.trips.application.TripAccess;
import by.belparcel.trips.application.TripTerms;
import by.belparcel.trips.application.Whereabouts;
import by.belparcel.trips.application.assigning.TripAssignments;
import by.belparcel.trips.application.driving.ArriveHandler;
import by.belparcel.trips.application.driving.Calling;
import by.belparcel.trips.application.driving.CancelTripHandler;
import by.belparcel.trips.application.driving.CompleteStopHandler;
import by.belparcel.trips.application.driving.CompleteTripHandler;
import by.belparcel.trips.application.driving.DeliverHandler;
import by.belparcel.trips.application.driving.LeaveOutHandler;
import by.belparcel.trips.application.driving.PickUpHandler;
import by.belparcel.trips.application.driving.ReportBreakdownHandler;
import by.belparcel.trips.application.driving.ResequenceHandler;
import by.belparcel.trips.application.driving.Rides;
import by.belparcel.trips.application.following.AdoptPlaceOnReferenceUpdated;
import by.belparcel.trips.application.following.Closures;
import by.belparcel.trips.application.following.EstimateArrivalOnPositionAccepted;
import by.belparcel.trips.application.planning.BatchChanges;
import by.belparcel.trips.application.planning.DropBatchOnBatchCancelled;
import by.belparcel.trips.application.planning.PlanBatchOnBatchClosed;
import by.belparcel.trips.application.planning.PlanBatchOnReplanTimer;
import by.belparcel.trips.application.planning.Planner;
import by.belparcel.trips.application.planning.RemoveOrderOnBatchOrderRemoved;
import by.belparcel.trips.application.planning.Reshaping;
import by.belparcel.trips.application.planning.Sequencing;
import by.belparcel.trips.application.planning.TripEnd;
import by.belparcel.trips.application.queries.CarrierTripsHandler;
import by.belparcel.trips.application.queries.GetPlanHandler;
import by.belparcel.trips.application.queries.GetTimelineHandler;
import by.belparcel.trips.application.queries.GetTripHandler;
import by.belparcel.trips.application.queries.ListDelaysHandler;
import by.belparcel.trips.application.queries.ListTripsHandler;
import by.belparcel.trips.application.queries.ListUnassignedHandler;
import by.belparcel.trips.application.queries.VisibleTrips;

/** Wires the handlers of planning, driving and reading to their adapters; {@link AssigningParts} does it for assignments. */
final class TripsParts {

    private static final PostgresTrips TRIPS = new PostgresTrips();
    private static final PostgresBatches BATCHES = new PostgresBatches();
    private static final PostgresPlaces PLACES = new PostgresPlaces();
    private static final PostgresPlans PLANS = new PostgresPlans();
    private static final PostgresPositions POSITIONS = new PostgresPositions();

    private final TripTerms terms;
    private final PostgresTripReads reads;
    private final Sequencing sequencing;
    private final TripAssignments assignments;

    TripsParts(Services services) {
        this.terms = TripTerms.from(services.settings());
        this.reads = new PostgresTripReads(terms.lateDeparture());
        this.sequencing = Distances.sequencing(services.settings());
        this.assignments = AssigningParts.tripAssignments(services);
    }

    PlanBatchOnBatchClosed planBatchOnBatchClosed() {
        return new PlanBatchOnBatchClosed(BATCHES, planner(), changes());
    }

    RemoveOrderOnBatchOrderRemoved removeOrderOnBatchOrderRemoved() {
        return new RemoveOrderOnBatchOrderRemoved(BATCHES, changes());
    }

    DropBatchOnBatchCancelled dropBatchOnBatchCancelled() {
        return new DropBatchOnBatchCancelled(BATCHES, changes());
    }

    PlanBatchOnReplanTimer planBatchOnReplanTimer() {
        return new PlanBatchOnReplanTimer(BATCHES, planner());
    }

    AdoptPlaceOnReferenceUpdated adoptPlaceOnReferenceUpdated() {
        return new AdoptPlaceOnReferenceUpdated(PLACES, new Closures(TRIPS, BATCHES));
    }

    EstimateArrivalOnPositionAccepted estimateArrivalOnPositionAccepted() {
        return new EstimateArrivalOnPositionAccepted(TRIPS, POSITIONS, new Estimates(terms), terms);
    }

    PickUpHandler pickUp() {
        return new PickUpHandler(access(), assignments, rides(), end(), terms);
    }

    DeliverHandler deliver() {
        return new DeliverHandler(calling());
    }

    ArriveHandler arrive() {
        return new ArriveHandler(calling());
    }

    CompleteStopHandler completeStop() {
        return new CompleteStopHandler(calling());
    }

    LeaveOutHandler skipStop() {
        return LeaveOutHandler.skip(calling());
    }

    LeaveOutHandler failStop() {
        return LeaveOutHandler.fail(calling());
    }

    ReportBreakdownHandler reportBreakdown() {
        return new ReportBreakdownHandler(access(), TRIPS, new Whereabouts(POSITIONS));
    }

    CompleteTripHandler completeTrip() {
        return new CompleteTripHandler(access(), rides());
    }

    CancelTripHandler cancelTrip() {
        return new CancelTripHandler(access(), end());
    }

    ResequenceHandler resequence() {
        return new ResequenceHandler(access(), reshaping());
    }

    GetTripHandler getTrip() {
        return new GetTripHandler(new VisibleTrips(TRIPS, assignments), assignments);
    }

    ListTripsHandler listTrips() {
        return new ListTripsHandler(reads);
    }

    CarrierTripsHandler carrierTrips() {
        return CarrierTripsHandler.present(reads);
    }

    CarrierTripsHandler carrierHistory() {
        return CarrierTripsHandler.history(reads);
    }

    ListUnassignedHandler listUnassigned() {
        return new ListUnassignedHandler(reads);
    }

    ListDelaysHandler listDelays() {
        return new ListDelaysHandler(reads);
    }

    GetTimelineHandler getTimeline() {
        return new GetTimelineHandler(new VisibleTrips(TRIPS, assignments), reads);
    }

    GetPlanHandler getPlan() {
        return new GetPlanHandler(new VisibleTrips(TRIPS, assignments), PLANS);
    }

    private Planner planner() {
        return new Planner(TRIPS, BATCHES, PLACES, PLANS, reshaping(), sequencing, terms);
    }

    private BatchChanges changes() {
        return new BatchChanges(TRIPS, BATCHES, planner(), end());
    }

    private TripEnd end() {
        return new TripEnd(TRIPS, BATCHES, assignments);
    }

    private Calling calling() {
        return new Calling(access(), PLACES, rides(), terms);
    }

    private Rides rides() {
        return new Rides(TRIPS, PLANS, reshaping(), new Estimates(terms), assignments);
    }

    private Reshaping reshaping() {
        return new Reshaping(TRIPS, PLANS, sequencing.distances());
    }

    private static TripAccess access() {
        return new TripAccess(TRIPS);
    }
}
