package by.belparcel.pickuptickets.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuptickets.application.DatabaseClock;
import by.belparcel.pickuptickets.application.TicketStore;
import by.belparcel.pickuptickets.model.CodeSlot;
import by.belparcel.pickuptickets.model.Delegate;
import by.belparcel.pickuptickets.model.PickupTicket;
import by.belparcel.pickuptickets.model.Quota;
import by.belparcel.pickuptickets.model.TicketPolicy;
import by.belparcel.pickuptickets.model.TicketSnapshot;
import by.belparcel.pickuptickets.model.TicketState;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tickets in PostgreSQL. */
public final class TicketRows implements TicketStore, DatabaseClock {

    private static final String SELECT = """
            select id, number, order_id, state, pvz_id, code_length, code_counter, code_hash, rotated_at, attempts, locked_until,
                valid_until, delegate_name, delegate_phone, quota_day, rotations, resends, issued_at, version
            from pickup_tickets.tickets where order_id = $1""";

    private static final String LOCK = SELECT + " for update";

    private static final String TAKEN = """
            select code_hash from pickup_tickets.tickets
            where pvz_id = $1 and code_hash = any($2::text[]) and state in ('ACTIVE', 'LOCKED')""";

    private static final String SAVE = """
            update pickup_tickets.tickets
            set state = $2, pvz_id = $3::text, code_counter = $4, code_hash = $5::text, rotated_at = $6::timestamptz,
                attempts = $7, locked_until = $8::timestamptz, valid_until = $9::timestamptz, delegate_name = $10::text,
                delegate_phone = $11::text, quota_day = $12::date, rotations = $13, resends = $14, version = version + 1
            where id = $1 and version = $15""";

    private final TicketPolicy policy;

    public TicketRows(TicketPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Mono<Instant> now(Transaction tx) {
        return tx.first("select clock_timestamp() as now", row -> must(row, "now", Instant.class));
    }

    @Override
    public Mono<PickupTicket> byOrder(Transaction tx, String orderId) {
        return load(tx, SELECT, orderId);
    }

    @Override
    public Mono<PickupTicket> lockByOrder(Transaction tx, String orderId) {
        return load(tx, LOCK, orderId);
    }

    @Override
    public Mono<Set<String>> taken(Transaction tx, String pvzId, List<String> hashes) {
        return tx.all(TAKEN, row -> must(row, "code_hash", String.class), pvzId, hashes.toArray(String[]::new))
                .collect(Collectors.toSet());
    }

    @Override
    public Mono<Void> save(Transaction tx, PickupTicket ticket) {
        TicketSnapshot t = ticket.snapshot();
        Delegate delegate = t.delegate();
        return tx.update(
                        SAVE,
                        UUID.fromString(t.id()),
                        t.state().name(),
                        t.pvzId(),
                        t.code().counter(),
                        t.code().hash(),
                        t.rotatedAt(),
                        t.attempts(),
                        t.lockedUntil(),
                        t.validUntil(),
                        delegate == null ? null : delegate.name(),
                        delegate == null ? null : delegate.phoneHash(),
                        t.quota().day(),
                        t.quota().rotations(),
                        t.quota().resends(),
                        t.version())
                .flatMap(rows -> rows == 1
                        ? Mono.empty()
                        : Mono.error(new IllegalStateException("The ticket was changed although it was locked")));
    }

    private Mono<PickupTicket> load(Transaction tx, String sql, String orderId) {
        return tx.first(sql, TicketRows::snapshot, UUID.fromString(orderId))
                .map(snapshot -> PickupTicket.restored(snapshot, policy));
    }

    private static TicketSnapshot snapshot(Readable row) {
        return new TicketSnapshot(
                must(row, "id", UUID.class).toString(),
                must(row, "number", String.class),
                must(row, "order_id", UUID.class).toString(),
                TicketState.valueOf(must(row, "state", String.class)),
                row.get("pvz_id", String.class),
                new CodeSlot(
                        must(row, "code_length", Integer.class),
                        must(row, "code_counter", Integer.class),
                        row.get("code_hash", String.class)),
                row.get("rotated_at", Instant.class),
                must(row, "attempts", Integer.class),
                row.get("locked_until", Instant.class),
                row.get("valid_until", Instant.class),
                delegate(row.get("delegate_name", String.class), row.get("delegate_phone", String.class)),
                new Quota(
                        row.get("quota_day", LocalDate.class),
                        must(row, "rotations", Integer.class),
                        must(row, "resends", Integer.class)),
                must(row, "issued_at", Instant.class),
                must(row, "version", Long.class));
    }

    private static @Nullable Delegate delegate(@Nullable String name, @Nullable String phone) {
        return name == null || phone == null ? null : new Delegate(name, phone);
    }

    private static <T> T must(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
