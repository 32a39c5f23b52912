package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Cargo;
import by.belparcel.batching.model.Cutoffs;
import by.belparcel.batching.model.Filling;
import by.belparcel.batching.model.Grouping;
import by.belparcel.batching.model.Key;
import by.belparcel.batching.model.Limits;
import by.belparcel.batching.model.Load;
import by.belparcel.batching.model.Place;
import by.belparcel.batching.model.PlaceStatus;
import by.belparcel.kernel.BatchCloseReason;
import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.Numbers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Puts an order into the open batch of its key. The row of that batch is the lock: an add either sees the batch open and is
 * in it before it closes, or finds it closed and opens the next one.
 */
public final class OrderAdding {

    /** What became of the order. */
    enum Added {
        BATCHED,
        WAITING,
        PLACE_UNKNOWN
    }

    private static final int TRIES = 10;

    private final Places places;
    private final Batches batches;
    private final WaitingList waiting;
    private final BatchClosing closing;
    private final Grouping grouping;

    public OrderAdding(Places places, Batches batches, WaitingList waiting, BatchClosing closing, Grouping grouping) {
        this.places = places;
        this.batches = batches;
        this.waiting = waiting;
        this.closing = closing;
        this.grouping = grouping;
    }

    Mono<Added> add(Work work, Parcel parcel) {
        return places.around(work.tx(), parcel.origin(), parcel.pvzId()).flatMap(around -> {
            Place origin = around.origin();
            Place pvz = around.pvz();
            if (origin == null || pvz == null) {
                return Mono.just(Added.PLACE_UNKNOWN);
            }
            Key key = grouping.key(origin, pvz, parcel.service(), around.hubs());
            Adding adding = new Adding(work, parcel.cargo(), key, origin, around.limits());
            return alone(adding) ? open(adding, 1) : fill(adding, TRIES);
        });
    }

    /** One order on its way into a batch. */
    private record Adding(Work work, Cargo cargo, Key key, Place origin, Limits limits) {}

    private static boolean alone(Adding adding) {
        return Filling.of(Load.NONE, adding.cargo(), adding.limits()) instanceof Filling.Alone;
    }

    private Mono<Added> fill(Adding adding, int tries) {
        return batches.lockOpen(adding.work().tx(), adding.key())
                .flatMap(open -> fill(adding, open, tries))
                .switchIfEmpty(Mono.defer(() -> open(adding, tries)));
    }

    private Mono<Added> fill(Adding adding, Batch open, int tries) {
        if (Filling.of(open.load(), adding.cargo(), adding.limits()) instanceof Filling.Overflows full) {
            return closing.close(adding.work(), open, full.reason()).then(open(adding, tries));
        }
        List<Cargo> cargo = List.of(adding.cargo());
        Batch after = open.with(cargo, adding.limits());
        BatchFacts.added(adding.work(), open.load(), after, cargo);
        return batches.save(adding.work().tx(), after, cargo, List.of())
                .then(
                        adding.limits().isFull(after.load())
                                ? closing.close(adding.work(), after, BatchCloseReason.SIZE)
                                        .then()
                                : BatchTimers.move(adding.work(), open, after))
                .thenReturn(Added.BATCHED);
    }

    private Mono<Added> open(Adding adding, int tries) {
        return Mono.defer(() ->
                        places.destination(adding.work().tx(), adding.key().destId()))
                .flatMap(destination -> destination.status() == PlaceStatus.OPEN
                        ? open(adding, destination.running(), tries)
                        : hold(adding));
    }

    private Mono<Added> hold(Adding adding) {
        if (adding.key().destType() == DestinationType.HUB) {
            // it was open a moment ago: the next try takes another way
            return Mono.error(new IllegalStateException("The hub was closed meanwhile"));
        }
        return waiting.hold(
                        adding.work().tx(),
                        List.of(adding.cargo().orderId()),
                        WaitingList.Reason.DEST_SUSPENDED,
                        adding.key().destId())
                .thenReturn(Added.WAITING);
    }

    private Mono<Added> open(Adding adding, long running, int tries) {
        Work work = adding.work();
        List<Cargo> cargo = List.of(adding.cargo());
        Batch opened = Batch.opened(
                work.ids().get(),
                Numbers.batch(work.now(), running),
                adding.key(),
                cargo,
                adding.limits(),
                Cutoffs.next(adding.origin(), work.now()).orElse(null),
                work.now());
        BatchCloseReason full = full(adding, opened);
        Batch stored = full == null ? opened : opened.closed(full, work.now());
        return batches.insert(work.tx(), stored, cargo).flatMap(inserted -> {
            if (!inserted) {
                return tries > 0
                        ? fill(adding, tries - 1)
                        : Mono.error(new IllegalStateException("No open batch could be found or made"));
            }
            BatchFacts.opened(work, opened);
            BatchFacts.added(work, Load.NONE, opened, cargo);
            if (full != null) {
                closing.tell(work, stored, cargo);
                return Mono.just(Added.BATCHED);
            }
            return BatchTimers.set(work, opened).thenReturn(Added.BATCHED);
        });
    }

    private static @Nullable BatchCloseReason full(Adding adding, Batch opened) {
        return adding.limits()
                .brokenBy(opened.load())
                .orElse(adding.limits().isFull(opened.load()) ? BatchCloseReason.SIZE : null);
    }
}
