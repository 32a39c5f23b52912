package by.belparcel.trips.model.assigning;

import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.StopState;
import by.belparcel.kernel.StopType;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.model.Attention;
import by.belparcel.trips.model.Plan;
import by.belparcel.trips.model.Progress;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripOrder;
import by.belparcel.trips.model.TripRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a partial handover makes of a trip: a child trip for what was moved, the rest where it was. A batch that went wholly
 * simply changes trips; of one that went in part two children are made, and every order is in exactly one of them.
 *
 * @param rest the trip without what was moved, version + 1
 * @param child the new trip, on the road, without a carrier yet
 */
public record HandoverSplit(TripRecord rest, TripRecord child, List<Part> parts) {

    private static final String REASON = "HANDED_OVER";

    /** A batch that was split. */
    public record Part(TripBatch parent, TripBatch moved, TripBatch remaining) {}

    /** @param moved ids of orders on board; not all and not none of them */
    public static HandoverSplit of(
            TripRecord trip, Set<String> moved, Identity child, GeoPoint place, Instant now, Supplier<String> newId) {
        List<TripBatch> gone = new ArrayList<>();
        List<TripBatch> left = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        Map<String, String> goneIds = new HashMap<>();
        Map<String, String> leftIds = new HashMap<>();
        for (TripBatch batch : trip.batches()) {
            List<TripOrder> movedOrders = orders(batch, moved, true);
            if (!batch.onBoard() || movedOrders.isEmpty()) {
                left.add(batch);
                leftIds.put(batch.id(), batch.id());
            } else if (movedOrders.size() == batch.orderIds().size()) {
                gone.add(batch);
                goneIds.put(batch.id(), batch.id());
            } else {
                Part part = new Part(
                        batch.withState(BatchState.SPLIT),
                        child(batch, newId.get(), "-1", movedOrders),
                        child(batch, newId.get(), "-2", orders(batch, moved, false)));
                parts.add(part);
                gone.add(part.moved());
                left.add(part.parent());
                left.add(part.remaining());
                goneIds.put(batch.id(), part.moved().id());
                leftIds.put(batch.id(), part.remaining().id());
            }
        }
        return new HandoverSplit(
                rest(trip, left, leftIds, now), childTrip(trip, child, place, gone, goneIds, now), parts);
    }

    /** Id and number of the child trip. */
    public record Identity(String id, String number) {}

    private static List<TripOrder> orders(TripBatch batch, Set<String> moved, boolean wanted) {
        return batch.orders().stream()
                .filter(order -> moved.contains(order.orderId()) == wanted)
                .toList();
    }

    private static TripBatch child(TripBatch parent, String id, String suffix, List<TripOrder> orders) {
        return new TripBatch(
                id,
                parent.number() + suffix,
                parent.originId(),
                parent.destType(),
                parent.destId(),
                parent.service(),
                BatchState.PICKED_UP,
                orders.stream().map(TripOrder::orderId).toList(),
                orders.stream().mapToLong(TripOrder::weightG).sum(),
                orders.stream().mapToLong(TripOrder::volumeCm3).sum());
    }

    /** A stop that has nothing to hand over any more is not called at. */
    private static TripRecord rest(TripRecord trip, List<TripBatch> batches, Map<String, String> ids, Instant now) {
        List<Stop> stops = trip.stops().stream()
                .map(stop -> stop.finished() ? stop : keep(stop, ids, now))
                .toList();
        return trip.edit()
                .batches(batches)
                .stops(stops)
                .version(trip.version() + 1)
                .done();
    }

    private static Stop keep(Stop stop, Map<String, String> ids, Instant now) {
        Stop kept = stop.withBatches(renamed(stop, ids));
        boolean empty = kept.batchIds().isEmpty() && !stop.batchIds().isEmpty();
        return empty ? kept.ended(StopState.SKIPPED, REASON, now) : kept;
    }

    private static List<String> renamed(Stop stop, Map<String, String> ids) {
        return stop.batchIds().stream().filter(ids::containsKey).map(ids::get).toList();
    }

    private static TripRecord childTrip(
            TripRecord trip,
            Identity identity,
            GeoPoint place,
            List<TripBatch> batches,
            Map<String, String> ids,
            Instant now) {
        List<Stop> stops = new ArrayList<>();
        for (Stop stop : trip.openStops()) {
            List<String> own = renamed(stop, ids);
            if (stop.type() != StopType.PICKUP && !own.isEmpty()) {
                stops.add(fresh(stop, stops.size() + 1, own));
            }
        }
        Plan plan = new Plan(
                1,
                stops.stream().mapToLong(Stop::legM).sum(),
                stops.stream().mapToLong(stop -> stop.legS() + stop.serviceS()).sum(),
                trip.plan().provider(),
                trip.plan().quality(),
                now);
        return new TripRecord(
                identity.id(),
                identity.number(),
                TripState.IN_TRANSIT,
                1,
                trip.originId(),
                place,
                stops,
                batches,
                plan,
                Progress.NONE.departed(now),
                null,
                null,
                Attention.NONE,
                trip.id(),
                null,
                now,
                now);
    }

    /** The first vehicle may have been there already; this one has not. */
    private static Stop fresh(Stop stop, int seq, List<String> batchIds) {
        return new Stop(
                seq,
                stop.type(),
                stop.placeId(),
                stop.lat(),
                stop.lng(),
                stop.windowFrom(),
                stop.windowTo(),
                stop.serviceS(),
                stop.plannedArrival(),
                null,
                null,
                null,
                StopState.PENDING,
                null,
                batchIds,
                stop.legM(),
                stop.legS());
    }
}
