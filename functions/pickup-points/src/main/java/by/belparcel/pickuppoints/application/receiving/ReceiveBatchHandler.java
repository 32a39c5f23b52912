package by.belparcel.pickuppoints.application.receiving;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.application.InboundBatches;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.InboundBatch;
import by.belparcel.pickuppoints.model.InboundState;
import by.belparcel.pickuppoints.model.Parcel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * {@code POST /pvz/v1/batches/{id}:receive}: the point counts a batch (domain delivery.md section 3). The same request again is
 * answered with the present state of the same parcels and changes nothing.
 */
public final class ReceiveBatchHandler implements CommandHandler<ReceiveBatch, BatchReceipt> {

    private static final List<String> ALLOWED = Arrays.stream(InboundState.values())
            .filter(InboundState::receivable)
            .map(Enum::name)
            .toList();

    private final InboundBatches batches;
    private final Arrivals arrivals;
    private final Receiving receiving;

    public ReceiveBatchHandler(InboundBatches batches, Arrivals arrivals, Receiving receiving) {
        this.batches = batches;
        this.arrivals = arrivals;
        this.receiving = receiving;
    }

    @Override
    public Mono<Outcome<BatchReceipt>> handle(ReceiveBatch command, CommandContext context) {
        Optional<String> id = PathId.of(context.parameters());
        if (id.isEmpty()) {
            return refused(Rejection.notFound("BATCH"));
        }
        return batches.lock(context.tx(), id.get())
                .flatMap(batch -> decide(command, batch, context))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("BATCH"))));
    }

    private Mono<Outcome<BatchReceipt>> decide(ReceiveBatch command, InboundBatch batch, CommandContext context) {
        Optional<Rejection> denied = denied(batch, context);
        if (denied.isPresent()) {
            return refused(denied.get());
        }
        boolean again = command.hash().equals(batch.bodyHash());
        if (!again && !batch.state().receivable()) {
            return refused(Rejection.invalidState(batch.state().name(), ALLOWED).with("batch_id", batch.id()));
        }
        ParcelWork work = ParcelWork.of(context);
        return batches.complete(work.tx(), batch.id())
                .flatMap(complete -> complete
                        ? arrivals.of(work, batch, command).flatMap(known -> sort(command, batch, known, again, work))
                        : refused(notReady()));
    }

    /** Whose batch it is, is told to the workers of other points as well: they may have it in their hands. */
    private static Optional<Rejection> denied(InboundBatch batch, CommandContext context) {
        List<String> own = context.principal().claims().getOrDefault("pvz_id", List.of());
        if (batch.destination() == null) {
            return own.isEmpty()
                    ? context.denied(Map.of(), "BATCH")
                    : Optional.of(Rejection.invalidState(batch.state().name(), ALLOWED));
        }
        if (!own.isEmpty() && !own.contains(batch.destination())) {
            return Optional.of(Rejection.rule("WRONG_PVZ", "The batch belongs to another pick-up point."));
        }
        return context.denied(Map.of("pvz_id", batch.destination()), "BATCH");
    }

    private Mono<Outcome<BatchReceipt>> sort(
            ReceiveBatch command, InboundBatch batch, List<Parcel> known, boolean again, ParcelWork work) {
        Sorting sorting = again ? Sorting.ofRepetition(batch, known) : new Sorting(batch, known);
        Outcome<Sorted> sorted = sorting.sort(command);
        if (sorted instanceof Outcome.Refused<Sorted> refused) {
            return refused(refused.rejection());
        }
        Sorted lists = Objects.requireNonNull(((Outcome.Success<Sorted>) sorted).body());
        if (again) {
            return Mono.just(Outcome.ok(BatchReceipt.of(batch, lists.ofBatch(), lists, work.now()), batch.version()));
        }
        List<Parcel> uncovered = sorting.uncovered();
        return batch.state() == InboundState.DELIVERED && !uncovered.isEmpty()
                ? refused(notCovered(uncovered))
                : receiving.receive(work, batch, lists, command.hash());
    }

    /** The batch was faster than the news of its orders: without them a parcel would count as one that nobody announced. */
    private static Rejection notReady() {
        return Rejection.of(
                Rejection.Kind.UNAVAILABLE,
                "BATCH_NOT_READY",
                "Not all orders of the batch have been announced here yet; try again.");
    }

    private static Rejection notCovered(List<Parcel> parcels) {
        return Rejection.invalid(
                        FieldError.of("/missing", "NOT_COVERED", "parcels of the batch are in none of the lists"))
                .with(
                        "not_covered",
                        parcels.stream().map(ReceiveBatchHandler::label).toList());
    }

    private static String label(Parcel parcel) {
        return Stream.of(parcel.key().orderNumber(), parcel.key().orderId())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(parcel.id())
                + "/"
                + parcel.key().parcelNo();
    }

    private static Mono<Outcome<BatchReceipt>> refused(Rejection rejection) {
        return Mono.just(Outcome.refused(rejection));
    }
}
