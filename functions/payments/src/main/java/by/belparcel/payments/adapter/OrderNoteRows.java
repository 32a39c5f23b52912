package by.belparcel.payments.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.payments.application.OrderNotes;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Order notes in PostgreSQL. */
public final class OrderNoteRows implements OrderNotes {

    private static final String CANCELLED = """
            insert into payments.orders (order_id, cancelled_at, cancel_reason) values ($1, $2, $3)
            on conflict (order_id) do update set cancelled_at = coalesce(orders.cancelled_at, excluded.cancelled_at),
                cancel_reason = coalesce(orders.cancel_reason, excluded.cancel_reason)""";

    @Override
    public Mono<Void> cancelled(Transaction tx, String orderId, String reason, Instant at) {
        return tx.update(CANCELLED, UUID.fromString(orderId), at, reason).then();
    }
}
