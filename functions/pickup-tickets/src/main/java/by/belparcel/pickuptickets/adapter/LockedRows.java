package by.belparcel.pickuptickets.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuptickets.application.LockedTickets;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Locked tickets in PostgreSQL. A lock that has run out is none, though nobody has come to open it. */
public final class LockedRows implements LockedTickets {

    private static final String COUNT = """
            select count(*) as total from pickup_tickets.tickets
            where pvz_id = $1 and state = 'LOCKED' and locked_until > now()""";

    private static final String PAGE = """
            select id, order_id, locked_until from pickup_tickets.tickets
            where pvz_id = $1 and state = 'LOCKED' and locked_until > now()
            order by locked_until desc, id limit $2 offset $3""";

    @Override
    public Mono<LockedPage> page(Transaction tx, String pvzId, int page, int limit) {
        return tx.first(COUNT, row -> must(row, "total", Long.class), pvzId)
                .flatMap(total -> tx.all(PAGE, LockedRows::ticket, pvzId, limit, (page - 1L) * limit)
                        .collectList()
                        .map(items -> new LockedPage(items, page, limit, total, (total + limit - 1) / limit)));
    }

    private static LockedTicket ticket(Readable row) {
        return new LockedTicket(
                must(row, "id", UUID.class).toString(),
                must(row, "order_id", UUID.class).toString(),
                must(row, "locked_until", Instant.class));
    }

    private static <T> T must(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
