package by.belparcel.auditlog.adapter;

import by.belparcel.auditlog.application.AuditTrail;
import by.belparcel.auditlog.application.RollAuditMonths;
import by.belparcel.auditlog.model.AuditEntry;
import by.belparcel.eventing.store.Transaction;
import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** The trail in PostgreSQL. Hash and number are made in the database, so nothing can be appended past them. */
public final class SqlAuditTrail implements AuditTrail, RollAuditMonths.Months {

    /** Rows of audit_log.chain. */
    private static final int CHAINS = 16;

    private static final String APPEND = """
            select audit_log.append($1::smallint, $2, $3, $4, $5, $6::text[], $7, $8, $9::text[], $10::text, $11::text, $12, $13) as no""";

    private static final String ROLL = "select audit_log.roll($1 * interval '1 millisecond') as dropped";

    @Override
    public Mono<Void> append(Transaction tx, AuditEntry e) {
        return tx.first(
                        APPEND,
                        row -> Objects.requireNonNull(row.get("no", Long.class)),
                        e.chain(CHAINS),
                        e.eventId(),
                        e.kind(),
                        e.occurredAt(),
                        e.actor(),
                        e.actors().toArray(String[]::new),
                        e.subject(),
                        e.version(),
                        e.targets().toArray(String[]::new),
                        e.pvzId(),
                        e.parcelState(),
                        e.correlationId(),
                        e.payload())
                .then();
    }

    @Override
    public Mono<Integer> roll(Transaction tx, Duration keep) {
        return tx.first(ROLL, row -> Objects.requireNonNull(row.get("dropped", Integer.class)), keep.toMillis());
    }
}
