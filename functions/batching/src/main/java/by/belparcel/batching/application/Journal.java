package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.eventing.handling.CommandContext;
import reactor.core.publisher.Mono;

/** Why people changed batches. Their words stay here; events carry only the code of the action. */
public interface Journal {

    /** What a person did. */
    enum Action {
        CANCELLED_BY_STAFF,
        REMOVED_BY_STAFF,
        ADDED_BY_STAFF,
        MOVED,
        SPLIT,
        MERGED
    }

    /** @param after the batch with its new version */
    Mono<Void> note(CommandContext context, Batch after, Action action, String reason);
}
