package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.eventing.store.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Queries on batches. */
public interface BatchReads {

    /** The batch, its orders and why people changed it; empty when there is none. */
    Mono<BatchDetails> byId(Transaction tx, String id);

    /** One row more than the limit when there are more; newest first. */
    Mono<List<Batch>> page(Transaction tx, BatchFilter filter);

    /** Open batches, the one that closes next first. */
    Mono<List<FillView>> open(
            Transaction tx, @Nullable String warehouse, int limit, BatchFilter.@Nullable Position after);

    /** Orders that are in no batch, longest waiting first. */
    Mono<List<WaitingView>> waiting(Transaction tx, int limit, BatchFilter.@Nullable Position after);
}
