package by.belparcel.batching.adapter;

import by.belparcel.batching.application.Journal;
import by.belparcel.batching.model.Batch;
import by.belparcel.eventing.handling.CommandContext;
import reactor.core.publisher.Mono;

/** Why people changed batches, in PostgreSQL. */
public final class PostgresJournal implements Journal {

    private static final String NOTE = """
            insert into batching.changes (batch_id, version, at, action, reason, actor)
            values ($1::uuid, $2, $3, $4, $5, $6)
            """;

    @Override
    public Mono<Void> note(CommandContext context, Batch after, Action action, String reason) {
        return context.tx()
                .update(
                        NOTE,
                        after.id(),
                        after.version(),
                        context.now(),
                        action.name(),
                        reason,
                        context.principal().actor())
                .then();
    }
}
