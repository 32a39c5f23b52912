package by.belparcel.pickuptickets.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuptickets.application.OrderNames;
import by.belparcel.pickuptickets.application.PointNames;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The names of orders and pick-up points in PostgreSQL. */
public final class NameRows implements OrderNames, PointNames {

    private static final String NOTE_ORDER = """
            insert into pickup_tickets.orders as o (order_id, number) values ($1, $2)
            on conflict (order_id) do update set number = excluded.number where o.number is null""";

    private static final String BY_NUMBER = "select order_id from pickup_tickets.orders where number = $1";

    private static final String BY_TICKET = "select order_id from pickup_tickets.tickets where number = $1";

    private static final String BY_CODE = """
            select order_id from pickup_tickets.tickets
            where pvz_id = $1 and code_hash = $2 and state in ('ACTIVE', 'LOCKED')""";

    private static final String NOTE_POINT = """
            insert into pickup_tickets.points as p (id, name, sequence) values ($1, $2, $3)
            on conflict (id) do update set name = excluded.name, sequence = excluded.sequence
            where p.sequence < excluded.sequence""";

    private static final String POINT =
            "select coalesce((select name from pickup_tickets.points where id = $1), $1) as name";

    @Override
    public Mono<Boolean> note(Transaction tx, String orderId, String number) {
        return tx.update(NOTE_ORDER, UUID.fromString(orderId), number).map(rows -> rows > 0);
    }

    @Override
    public Mono<String> byNumber(Transaction tx, String number) {
        return order(tx, BY_NUMBER, number);
    }

    @Override
    public Mono<String> byTicket(Transaction tx, String ticketNumber) {
        return order(tx, BY_TICKET, ticketNumber);
    }

    @Override
    public Mono<String> byCode(Transaction tx, String pvzId, String codeHash) {
        return order(tx, BY_CODE, pvzId, codeHash);
    }

    @Override
    public Mono<Boolean> note(Transaction tx, String pvzId, String name, long version) {
        return tx.update(NOTE_POINT, pvzId, name, version).map(rows -> rows > 0);
    }

    @Override
    public Mono<String> name(Transaction tx, String pvzId) {
        return tx.first(POINT, row -> Objects.requireNonNull(row.get("name", String.class)), pvzId);
    }

    private static Mono<String> order(Transaction tx, String sql, String... binds) {
        return tx.first(
                sql,
                row -> Objects.requireNonNull(row.get("order_id", UUID.class)).toString(),
                (Object[]) binds);
    }
}
