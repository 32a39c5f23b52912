package by.belparcel.trips.application.planning;

import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.Numbers;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.Batches;
import by.belparcel.trips.application.Places;
import by.belparcel.trips.application.Plans;
import by.belparcel.trips.application.TripFacts;
import by.belparcel.trips.application.TripTerms;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.application.Trips;
import by.belparcel.trips.model.Attention;
import by.belparcel.trips.model.Place;
import by.belparcel.trips.model.Plan;
import by.belparcel.trips.model.Progress;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * Finds a trip for a batch: one of the same origin that leaves soon and hardly gets longer, else a new one. The caller holds the
 * batch's lock; the origin's lock is taken here, so batches of one origin are placed one after the other.
 */
public final class Planner {

    private final Trips trips;
    private final Batches batches;
    private final Places places;
    private final Plans plans;
    private final Sequencer sequencer;
    private final Candidates candidates;
    private final Reshaping reshaping;
    private final TripTerms terms;

    public Planner(
            Trips trips,
            Batches batches,
            Places places,
            Plans plans,
            Reshaping reshaping,
            Sequencing sequencing,
            TripTerms terms) {
        this.trips = trips;
        this.batches = batches;
        this.places = places;
        this.plans = plans;
        this.sequencer = sequencing.sequencer(terms);
        this.candidates = new Candidates(terms);
        this.reshaping = reshaping;
        this.terms = terms;
    }

    /** Whether both ends of the batch are known here. */
    Mono<Boolean> knows(TripWork work, TripBatch batch) {
        return places.find(work.tx(), List.of(batch.originId(), batch.destId())).map(known -> known.size() == 2);
    }

    /** Places a batch that waits; a batch that cannot be placed stays waiting with the reason, and is tried again. */
    Mono<Void> place(TripWork work, TripBatch batch) {
        return batches.lockOrigin(work.tx(), batch.originId())
                .then(places.find(work.tx(), List.of(batch.originId(), batch.destId())))
                .flatMap(known -> {
                    Place origin = known.get(batch.originId());
                    Place destination = known.get(batch.destId());
                    if (origin == null || destination == null) {
                        return wait(work, batch, "PLACE_UNKNOWN");
                    }
                    if (!destination.open()) {
                        return wait(work, batch, "DEST_CLOSED");
                    }
                    return placeAt(work, batch, origin, destination);
                });
    }

    private Mono<Void> placeAt(TripWork work, TripBatch batch, Place origin, Place destination) {
        Instant departure = Departures.of(origin, work.now(), terms.lead());
        Duration window = terms.mergeWindow();
        return trips.loadPlannable(work.tx(), origin.id(), work.now(), departure.plus(window))
                .flatMapIterable(found -> candidates.of(found, batch, destination))
                .concatMap(trip -> join(work, trip, batch, origin), 1)
                .next()
                .switchIfEmpty(Mono.defer(() -> open(work, batch, origin, destination, departure)))
                .then();
    }

    /** Empty when the batch does not fit into this trip after all. */
    private Mono<TripRecord> join(TripWork work, TripRecord seen, TripBatch batch, Place origin) {
        List<TripBatch> together = Stream.concat(seen.batches().stream(), Stream.of(planned(batch)))
                .toList();
        return drafted(work, origin, together, seen.plannedDeparture(), true)
                .filter(draft -> draft.complete()
                        && draft.classFits()
                        && draft.distanceM() - seen.distanceM() <= candidates.allowed(seen.distanceM()))
                .flatMap(draft -> trips.lock(work.tx(), seen.id())
                        // somebody may have assigned or cancelled it meanwhile
                        .filter(now -> now.version() == seen.version() && now.state() == TripState.PLANNED)
                        .flatMap(trip -> replan(work, trip, together, draft, "BATCH_ADDED")));
    }

    /** Gives a locked trip the stops of a draft. */
    Mono<TripRecord> replan(TripWork work, TripRecord trip, List<TripBatch> together, Draft draft, String reason) {
        Attention attention = trip.attention();
        TripRecord after = trip.edit()
                .batches(together)
                .stops(draft.stops())
                .plan(plan(trip.plan().version() + 1, draft, trip.plannedDeparture()))
                .attention(draft.classFits() ? attention : attention.manual(true, "NO_VEHICLE_CLASS"))
                .version(trip.version() + 1)
                .done();
        work.emitter().emit(TripFacts.changed(after, reason, work.now()), after.version());
        return trips.save(work, after, "PLAN_CHANGED " + reason)
                .flatMap(saved ->
                        plans.record(work, saved, reason, draft.basis()).thenReturn(saved));
    }

    /** The same trip with these batches only, in the best order. */
    Mono<Draft> draft(TripWork work, TripRecord trip, List<TripBatch> left) {
        return places.find(work.tx(), List.of(trip.originId())).flatMap(known -> {
            Place origin = known.get(trip.originId());
            return origin == null
                    ? Mono.error(new IllegalStateException("origin of trip " + trip.id() + " is unknown"))
                    : drafted(work, origin, left, trip.plannedDeparture(), false);
        });
    }

    /** The same order of stops without those that have nothing left to do; legs are measured anew. */
    public Mono<TripRecord> shorten(TripWork work, TripRecord trip, List<TripBatch> left, String reason) {
        return reshaping.apply(work, Reshaping.without(trip, left), reason);
    }

    private Mono<TripRecord> open(TripWork work, TripBatch batch, Place origin, Place destination, Instant departure) {
        List<TripBatch> alone = List.of(planned(batch));
        Map<String, Place> known = Map.of(destination.id(), destination);
        return sequencer
                .sequence(origin, Calls.of(alone, known), departure, true)
                .flatMap(draft -> draft.complete()
                        ? Mono.just(draft)
                        : sequencer.sequence(origin, Calls.of(alone, known), departure, false))
                .flatMap(draft -> draft.complete()
                        ? create(work, alone, origin, departure, draft)
                        : wait(work, batch, draft.unplaced().values().iterator().next())
                                .then(Mono.empty()));
    }

    private Mono<TripRecord> create(
            TripWork work, List<TripBatch> alone, Place origin, Instant departure, Draft draft) {
        return trips.nextNumber(work.tx()).flatMap(running -> {
            Attention attention = draft.classFits() ? Attention.NONE : Attention.NONE.manual(true, "NO_VEHICLE_CLASS");
            TripRecord trip = new TripRecord(
                    work.newId().get(),
                    Numbers.trip(work.now(), running),
                    TripState.PLANNED,
                    1,
                    origin.id(),
                    origin.point(),
                    draft.stops(),
                    alone,
                    plan(1, draft, departure),
                    Progress.NONE,
                    null,
                    null,
                    attention,
                    null,
                    null,
                    work.now(),
                    work.now());
            work.emitter().emit(TripFacts.planned(trip, work.now()), trip.version());
            return trips.insert(work, trip, "PLANNED")
                    .then(plans.record(work, trip, "NEW", draft.basis()))
                    .thenReturn(trip);
        });
    }

    private Mono<Draft> drafted(
            TripWork work, Place origin, List<TripBatch> together, Instant departure, boolean bounded) {
        Set<String> ids = new HashSet<>();
        together.forEach(batch -> ids.add(batch.destId()));
        return places.find(work.tx(), new ArrayList<>(ids))
                .flatMap(known -> sequencer.sequence(origin, Calls.of(together, known), departure, bounded));
    }

    private Mono<Void> wait(TripWork work, TripBatch batch, String reason) {
        return batches.waiting(work.tx(), batch.id(), reason, work.now())
                .then(Replanning.again(work, batch.id(), work.causeId(), terms.replanDelay()));
    }

    private static TripBatch planned(TripBatch batch) {
        return batch.withState(BatchState.PLANNED);
    }

    private static Plan plan(int version, Draft draft, Instant departure) {
        return new Plan(
                version,
                draft.distanceM(),
                draft.durationS(),
                draft.source().provider(),
                draft.source().quality(),
                departure);
    }
}
