package by.belparcel.trips.application;

import by.belparcel.events.LoadSum;
import by.belparcel.events.StopPlan;
import by.belparcel.events.TripEvent;
import by.belparcel.trips.model.Cargo;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.time.Instant;
import java.util.List;

/** The plan of a trip as a fact. */
public final class TripFacts {

    private TripFacts() {}

    public static TripEvent.Planned planned(TripRecord trip, Instant at) {
        return new TripEvent.Planned(
                trip.id(),
                trip.number(),
                trip.version(),
                trip.originId(),
                stops(trip),
                batches(trip),
                load(trip),
                trip.distanceM(),
                trip.durationS(),
                trip.plan().provider(),
                trip.plan().quality(),
                trip.plannedDeparture(),
                at);
    }

    /** @param reason why, a word */
    public static TripEvent.PlanChanged changed(TripRecord trip, String reason, Instant at) {
        return new TripEvent.PlanChanged(
                trip.id(),
                trip.number(),
                trip.version(),
                trip.originId(),
                stops(trip),
                batches(trip),
                load(trip),
                trip.distanceM(),
                trip.durationS(),
                trip.plan().provider(),
                trip.plan().quality(),
                trip.plannedDeparture(),
                reason,
                at);
    }

    /** What a trip carries, as events tell it. */
    public static LoadSum load(TripRecord trip) {
        Cargo cargo = trip.load();
        return new LoadSum(cargo.weightG(), cargo.volumeCm3(), cargo.slots());
    }

    private static List<String> batches(TripRecord trip) {
        return trip.batches().stream().map(TripBatch::id).toList();
    }

    private static List<StopPlan> stops(TripRecord trip) {
        return trip.stops().stream().map(TripFacts::stop).toList();
    }

    private static StopPlan stop(Stop stop) {
        return new StopPlan(
                stop.seq(),
                stop.type(),
                stop.placeId(),
                stop.lat(),
                stop.lng(),
                stop.plannedArrival(),
                stop.windowTo(),
                stop.serviceS(),
                stop.batchIds());
    }
}
