package by.belparcel.pickuppoints.application.receiving;

import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.application.InboundBatches;
import by.belparcel.pickuppoints.application.ParcelChange;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.application.counter.Counter;
import by.belparcel.pickuppoints.model.InboundBatch;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.Room;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Takes a sorted batch in: as many statements for a hundred parcels as for one. */
public final class Receiving {

    private final InboundBatches batches;
    private final BatchParcels members;
    private final Counter counter;
    private final int batchPercent;

    /** @param batchPercent up to which share of the capacity a batch is taken: the goods are physically there */
    public Receiving(InboundBatches batches, BatchParcels members, Counter counter, int batchPercent) {
        this.batches = batches;
        this.members = members;
        this.counter = counter;
        this.batchPercent = batchPercent;
    }

    Mono<Outcome<BatchReceipt>> receive(ParcelWork work, InboundBatch batch, Sorted sorted, String hash) {
        String pvzId = Objects.requireNonNull(batch.destination());
        return counter.rooms()
                .lock(work.tx(), pvzId)
                .flatMap(room -> room.holds(sorted.taken().size(), batchPercent)
                                || sorted.taken().isEmpty()
                        ? shelve(work, batch, sorted, room, hash)
                        : Mono.just(Outcome.<BatchReceipt>refused(
                                full(room, sorted.taken().size()))))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("PVZ"))));
    }

    private Mono<Outcome<BatchReceipt>> shelve(
            ParcelWork work, InboundBatch batch, Sorted sorted, Room room, String hash) {
        return counter.rooms().taken(work.tx(), room.pvzId()).flatMap(occupied -> {
            Outcome<List<Parcel>> shelved = new Shelving(counter.terms(), occupied, work.now()).shelve(sorted.taken());
            return shelved instanceof Outcome.Refused<List<Parcel>> refused
                    ? Mono.just(Outcome.<BatchReceipt>refused(refused.rejection()))
                    : write(
                            work,
                            batch,
                            sorted,
                            Objects.requireNonNull(((Outcome.Success<List<Parcel>>) shelved).body()),
                            hash,
                            room);
        });
    }

    private Mono<Outcome<BatchReceipt>> write(
            ParcelWork work, InboundBatch batch, Sorted sorted, List<Parcel> shelved, String hash, Room room) {
        List<Parcel> missing = parcels(sorted.missing());
        List<Parcel> damaged = parcels(sorted.damaged());
        List<ParcelChange> added = changes(shelved.stream().filter(parcel -> parcel.version() == 1), "ACCEPTED");
        List<ParcelChange> changed = Stream.of(
                        changes(shelved.stream().filter(parcel -> parcel.version() > 1), "ACCEPTED"),
                        noted(missing, "MISSING", work),
                        noted(damaged, "DAMAGED", work))
                .flatMap(List::stream)
                .toList();
        return insert(work, added)
                .flatMap(all -> all
                        ? counter.parcels()
                                .save(work, changed)
                                .then(members.mark(work.tx(), ids(missing), ids(damaged)))
                                .then(Mono.defer(() -> counter.stock().change(work, room, shelved.size())))
                                .then(counter.timers().set(work.timers(), room.pvzId(), deadlines(shelved), work.now()))
                                .then(members.missing(work.tx(), batch.id()))
                                .flatMap(lacking -> conclude(work, batch, sorted, shelved, lacking, hash))
                        : Mono.just(Outcome.refused(Rejection.of(
                                Rejection.Kind.CONFLICT,
                                "ORDER_ALREADY_EXISTS",
                                "Somebody accepted a parcel of the list meanwhile."))));
    }

    private Mono<Boolean> insert(ParcelWork work, List<ParcelChange> added) {
        return added.isEmpty()
                ? Mono.just(true)
                : counter.parcels().insert(work, added).map(ids -> ids.size() == added.size());
    }

    private Mono<Outcome<BatchReceipt>> conclude(
            ParcelWork work,
            InboundBatch batch,
            Sorted sorted,
            List<Parcel> shelved,
            List<Parcel> lacking,
            String hash) {
        InboundBatch received = batch.received(!lacking.isEmpty(), hash, work.now());
        ReceiptFacts.received(work, received, sorted, shelved, lacking.stream());
        Set<String> extra = new HashSet<>();
        sorted.taken().stream()
                .filter(taken -> !taken.ofBatch())
                .forEach(taken -> extra.add(taken.parcel().id()));
        Stream<Parcel> accepted = Stream.concat(
                sorted.already().stream(), shelved.stream().filter(parcel -> !extra.contains(parcel.id())));
        return batches.save(work.tx(), batch, received, work.now())
                .map(saved -> Outcome.ok(BatchReceipt.of(saved, accepted, sorted, work.now()), saved.version()));
    }

    private static List<ParcelChange> changes(Stream<Parcel> parcels, String kind) {
        return parcels.map(parcel -> ParcelChange.of(parcel, kind)).toList();
    }

    private static List<ParcelChange> noted(List<Parcel> parcels, String kind, ParcelWork work) {
        return changes(parcels.stream().map(parcel -> parcel.edit().done(work.now())), kind);
    }

    private static List<Parcel> parcels(List<Sorted.Found> found) {
        return found.stream()
                .map(Sorted.Found::parcel)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static List<String> ids(List<Parcel> parcels) {
        return parcels.stream().map(Parcel::id).toList();
    }

    private static List<Instant> deadlines(List<Parcel> shelved) {
        return shelved.stream()
                .map(parcel -> Objects.requireNonNull(parcel.storage().until()))
                .toList();
    }

    private Rejection full(Room room, int more) {
        return Rejection.rule(
                        "PVZ_CAPACITY_EXCEEDED",
                        "The pick-up point cannot hold " + more + " parcels more: " + room.stock() + " of "
                                + room.capacity() + " places are taken, and a batch may fill it to " + batchPercent
                                + " %.")
                .with("used", room.stock())
                .with("capacity", room.capacity());
    }
}
