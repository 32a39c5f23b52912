package by.belparcel.operations.adapter;

import static by.belparcel.operations.adapter.SqlDeadLetters.number;
import static by.belparcel.operations.adapter.SqlDeadLetters.text;
import static by.belparcel.operations.adapter.SqlDeadLetters.time;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.operations.application.Redrives;
import by.belparcel.operations.model.DeadLetter;
import by.belparcel.operations.model.RedrivePlan;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Redrives in {@code operations.redrives} and {@code redrive_items}; success is read from the consumers' inbox. */
public final class SqlRedrives implements Redrives {

    private static final String START = """
            with r as (insert into operations.redrives (id, requested_by, state, total, started_at)
                       values ($1, $2, 'RUNNING', cardinality($3::uuid[]), $4) returning id)
            insert into operations.redrive_items (redrive_id, position, dead_letter_id, state)
            select r.id, item.position, item.id, 'WAITING' from r, unnest($3::uuid[]) with ordinality as item (id, position)""";

    /** A letter that somebody discarded, edited or superseded since the set was frozen is not sent any more. */
    private static final String TAKE = """
            with next as (
                select i.position, d.state from operations.redrive_items i join operations.dead_letters d on d.id = i.dead_letter_id
                where i.redrive_id = $1 and i.state = 'WAITING' order by i.position limit $2 for update of i, d),
            taken as (
                update operations.redrive_items i
                set state = case when n.state in ('OPEN', 'PARKED') then 'SENT' else 'RESOLVED' end, sent_at = now()
                from next n where i.redrive_id = $1 and i.position = n.position
                returning i.position, i.dead_letter_id, i.state)
            select %s from taken join operations.dead_letters d on d.id = taken.dead_letter_id
            where taken.state = 'SENT' order by taken.position""".formatted(SqlDeadLetters.COLUMNS);

    /** Sent letters whose consumer has the event in its inbox since. */
    private static final String APPLIED = """
            from operations.redrive_items i join operations.dead_letters d on d.id = i.dead_letter_id
            join eventing.inbox x on x.consumer = d.consumer and x.event_source = d.event_source and x.event_id = d.event_id
            where i.redrive_id = $1 and i.state = 'SENT'""";

    private static final String RESOLVE = "with applied as (select i.position, i.dead_letter_id " + APPLIED + """
            ), letters as (update operations.dead_letters set state = 'RESOLVED', version = version + 1
                where id in (select dead_letter_id from applied) and state = 'REDRIVING')
            update operations.redrive_items i set state = 'RESOLVED' from applied
            where i.redrive_id = $1 and i.position = applied.position""";

    private static final String PROGRESS = """
            select r.id, r.state, r.total, r.started_at,
                (count(*) filter (where i.state = 'RESOLVED' or x.event_id is not null))::int as resolved,
                (count(*) filter (where i.state = 'FAILED'))::int as failed,
                (count(*) filter (where i.state = 'SENT' and x.event_id is null))::int as in_flight,
                (count(*) filter (where i.state = 'WAITING'))::int as waiting
            from operations.redrives r join operations.redrive_items i on i.redrive_id = r.id
            join operations.dead_letters d on d.id = i.dead_letter_id
            left join eventing.inbox x on i.state = 'SENT' and x.consumer = d.consumer
                and x.event_source = d.event_source and x.event_id = d.event_id
            where r.id = $1 group by r.id""";

    @Override
    public Mono<Void> start(Transaction tx, String id, String requestedBy, List<DeadLetter> frozen, Instant now) {
        UUID[] ids = frozen.stream().map(d -> UUID.fromString(d.id())).toArray(UUID[]::new);
        return tx.update(START, UUID.fromString(id), requestedBy, ids, now.atOffset(ZoneOffset.UTC))
                .then();
    }

    @Override
    public Mono<List<DeadLetter>> take(Transaction tx, String id, int count) {
        return tx.<DeadLetter>all(TAKE, SqlDeadLetters::map, UUID.fromString(id), count)
                .collectList();
    }

    @Override
    public Mono<RedrivePlan> refresh(Transaction tx, String id) {
        return tx.update(RESOLVE, UUID.fromString(id))
                .then(Mono.defer(() -> progress(tx, id)))
                .map(p -> new RedrivePlan(p.resolved(), p.failed(), p.inFlight(), p.waiting()));
    }

    @Override
    public Mono<Void> failed(Transaction tx, String deadLetterId) {
        return tx.update(
                        "update operations.redrive_items set state = 'FAILED' where dead_letter_id = $1 and state = 'SENT'",
                        UUID.fromString(deadLetterId))
                .then();
    }

    @Override
    public Mono<Void> finish(Transaction tx, String id, String state, Instant now) {
        return tx.update(
                        "update operations.redrives set state = $2, finished_at = $3 where id = $1",
                        UUID.fromString(id),
                        state,
                        now.atOffset(ZoneOffset.UTC))
                .then();
    }

    @Override
    public Mono<Progress> progress(Transaction tx, String id) {
        return tx.first(PROGRESS, SqlRedrives::map, UUID.fromString(id));
    }

    private static Progress map(Readable row) {
        return new Progress(
                text(row, "id"),
                text(row, "state"),
                number(row, "total"),
                number(row, "resolved"),
                number(row, "failed"),
                number(row, "in_flight"),
                number(row, "waiting"),
                time(row, "started_at"));
    }
}
