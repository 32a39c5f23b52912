package by.belparcel.auditlog.adapter;

import by.belparcel.auditlog.application.AuditFilter;
import by.belparcel.auditlog.application.AuditQueries;
import by.belparcel.auditlog.application.AuditView;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looking things up in PostgreSQL. */
public final class SqlAuditQueries implements AuditQueries {

    private static final String PAGE = """
            select event_id, chain, no, kind, occurred_at, recorded_at, actor, subject, pvz_id, correlation_id, payload,
                encode(prev, 'hex') as prev, encode(hash, 'hex') as hash
            from (
                select * from audit_log.record
                where ($1::text is null or actors @> array[$1::text])
                  and ($2::text is null or targets @> array[$2::text])
                  and ($3::timestamptz is null or occurred_at >= $3::timestamptz)
                  and ($4::timestamptz is null or occurred_at < $4::timestamptz) %s) found
            where ($5::text is null or kind = $5::text or split_part(kind, '.', 1) = $5::text)
              and ($6::timestamptz is null or occurred_at < $6::timestamptz
                or occurred_at = $6::timestamptz and (chain, no) > ($7::smallint, $8::bigint))
            order by occurred_at desc, chain, no limit $9""";

    private static final String NEWEST = PAGE.formatted("");

    /** The fence makes the index of the names find them: left alone, the planner walks through the newest until enough of them fit. */
    static final String NAMED = PAGE.formatted("offset 0");

    private static final String CHAINS = "select chain from audit_log.chain order by chain";

    private static final String FAULTS = """
            select no, case
                when not sound then 'CONTENT'
                when no <> coalesce(no_before, anchor_no) + 1 then 'GAP'
                when prev <> coalesce(hash_before, anchor_hash) then 'LINK' end as fault
            from (
                select r.no, r.prev, c.anchor_no, c.anchor_hash,
                    lag(r.no) over in_order as no_before, lag(r.hash) over in_order as hash_before,
                    r.hash = audit_log.digest(r.prev, r.chain, r.no, r.recorded_at, r.event_id, r.kind, r.occurred_at, r.actor,
                        r.actors, r.subject, r.version, r.targets, r.pvz_id, r.parcel_state, r.correlation_id, r.payload) as sound
                from audit_log.record r join audit_log.chain c on c.chain = r.chain
                where r.chain = $1 window in_order as (order by r.no, r.recorded_at)) checked
            where not sound or no <> coalesce(no_before, anchor_no) + 1 or prev <> coalesce(hash_before, anchor_hash)
            order by no limit 100""";

    private static final String END = """
            select c.no, count(r.no) as records,
                c.no = coalesce(max(r.no), c.anchor_no)
                    and c.hash = coalesce((array_agg(r.hash order by r.no desc))[1], c.anchor_hash) as ends
            from audit_log.chain c left join audit_log.record r on r.chain = c.chain
            where c.chain = $1 group by c.chain""";

    @Override
    public Mono<List<AuditView>> page(Transaction tx, AuditFilter f) {
        AuditFilter.Position after = f.after();
        return tx.all(
                        f.actor() == null && f.target() == null ? NEWEST : NAMED,
                        SqlAuditQueries::view,
                        f.actor(),
                        f.target(),
                        f.from(),
                        f.to(),
                        f.kind(),
                        after == null ? null : after.occurredAt(),
                        after == null ? null : after.chain(),
                        after == null ? null : after.no(),
                        f.limit() + 1)
                .collectList();
    }

    @Override
    public Flux<Integer> chains(Transaction tx) {
        return tx.all(CHAINS, row -> must(row, "chain", Integer.class));
    }

    @Override
    public Mono<ChainCheck> check(Transaction tx, int chain) {
        return tx.all(
                        FAULTS,
                        row -> new Fault(chain, must(row, "no", Long.class), must(row, "fault", String.class)),
                        chain)
                .collectList()
                .flatMap(faults -> tx.first(END, row -> end(row, chain, faults), chain));
    }

    private static ChainCheck end(Readable row, int chain, List<Fault> faults) {
        List<Fault> all = new ArrayList<>(faults);
        if (!must(row, "ends", Boolean.class)) {
            all.add(new Fault(chain, must(row, "no", Long.class), "END"));
        }
        return new ChainCheck(chain, must(row, "records", Long.class), all);
    }

    private static AuditView view(Readable row) {
        return new AuditView(
                must(row, "event_id", String.class),
                must(row, "chain", Integer.class),
                must(row, "no", Long.class),
                must(row, "kind", String.class),
                must(row, "occurred_at", Instant.class),
                must(row, "recorded_at", Instant.class),
                must(row, "actor", String.class),
                must(row, "subject", String.class),
                row.get("pvz_id", String.class),
                must(row, "correlation_id", String.class),
                Json.mapper().readTree(must(row, "payload", String.class)),
                must(row, "prev", String.class),
                must(row, "hash", String.class));
    }

    private static <T> T must(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
