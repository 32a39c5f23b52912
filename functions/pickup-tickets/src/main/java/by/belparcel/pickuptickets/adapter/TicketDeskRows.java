package by.belparcel.pickuptickets.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuptickets.application.TicketDesk;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The ticket desk in PostgreSQL: every method is one statement. */
public final class TicketDeskRows implements TicketDesk {

    private static final String ISSUE = """
            with o as (
                insert into pickup_tickets.orders (order_id) values ($3)
                on conflict (order_id) do update set order_id = excluded.order_id
                returning cancelled_at is not null as cancelled
            ), t as (
                insert into pickup_tickets.tickets (id, number, order_id, state, issued_at, version)
                select $1, $2, $3, 'ISSUED', $4, 1 from o where not o.cancelled
                on conflict (order_id) do nothing
                returning id
            )
            select (select count(*) from t) as issued, (select cancelled from o) as cancelled""";

    private static final String CANCELLED = """
            insert into pickup_tickets.orders (order_id, cancelled_at, cancel_reason) values ($1, $2, $3)
            on conflict (order_id) do update set cancelled_at = coalesce(orders.cancelled_at, excluded.cancelled_at),
                cancel_reason = coalesce(orders.cancel_reason, excluded.cancel_reason)""";

    @Override
    public Mono<Issue> issue(Transaction tx, String ticketId, String number, String orderId, Instant at) {
        return tx.first(
                ISSUE,
                row -> {
                    if (Objects.equals(row.get("issued", Long.class), 1L)) {
                        return Issue.ISSUED;
                    }
                    boolean cancelled = Objects.equals(row.get("cancelled", Boolean.class), Boolean.TRUE);
                    return cancelled ? Issue.ORDER_CANCELLED : Issue.ALREADY_THERE;
                },
                UUID.fromString(ticketId),
                number,
                UUID.fromString(orderId),
                at);
    }

    @Override
    public Mono<Void> cancelled(Transaction tx, String orderId, String reason, Instant at) {
        return tx.update(CANCELLED, UUID.fromString(orderId), at, reason).then();
    }
}
