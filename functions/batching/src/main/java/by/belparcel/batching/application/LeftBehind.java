package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Cargo;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Orders of a batch that its carrier does not have. What it looked for and did not find waits for a person; what was put into the
 * batch after the carrier had its list is still there and joins the next batch.
 */
public final class LeftBehind {

    static final String REASON = "LEFT_BEHIND";

    private final Batches batches;
    private final Members members;
    private final WaitingList waiting;
    private final BatchCancelling regrouping;

    public LeftBehind(Batches batches, Members members, WaitingList waiting, BatchCancelling regrouping) {
        this.batches = batches;
        this.members = members;
        this.waiting = waiting;
        this.regrouping = regrouping;
    }

    /** @param scanned what the carrier has @param missing what it looked for */
    Mono<Void> leave(Work work, Batch batch, List<String> scanned, List<String> missing) {
        return members.of(work.tx(), batch.id()).flatMap(cargo -> {
            List<Cargo> left = cargo.stream()
                    .filter(one -> !scanned.contains(one.orderId()))
                    .toList();
            return left.isEmpty() ? Mono.empty() : takeOut(work, batch, left, missing);
        });
    }

    private Mono<Void> takeOut(Work work, Batch batch, List<Cargo> left, List<String> missing) {
        Batch after = batch.leaving(left);
        BatchFacts.removed(work, batch.load(), after, left, REASON);
        List<String> orders = left.stream().map(Cargo::orderId).toList();
        List<String> lost = orders.stream().filter(missing::contains).toList();
        List<String> there =
                orders.stream().filter(order -> !missing.contains(order)).toList();
        return batches.save(work.tx(), after, List.of(), orders)
                .then(waiting.hold(
                        work.tx(), lost, WaitingList.Reason.REMOVED, batch.key().destId()))
                .thenMany(Flux.defer(() -> regrouping.again(work, there)))
                .then();
    }
}
