package by.belparcel.orders.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.BatchPart;
import by.belparcel.orders.application.BatchMove;
import by.belparcel.orders.application.BatchedOrder;
import by.belparcel.orders.application.BatchedOrders;
import by.belparcel.orders.application.Cause;
import by.belparcel.orders.model.Membership;
import by.belparcel.orders.model.Step;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The orders of a batch in PostgreSQL: two statements to read them locked, one to write them all. */
public final class PostgresBatchedOrders implements BatchedOrders {

    @Override
    public Mono<List<BatchedOrder>> lock(Transaction tx, String batchId, List<String> orderIds, boolean all) {
        String[] named = orderIds.toArray(String[]::new);
        return tx.all(BatchSql.LOCK, row -> OrderRows.text(row, "id"), batchId, named, all)
                .then(tx.all(BatchSql.FACTS, PostgresBatchedOrders::order, batchId, named, all)
                        .collectList());
    }

    @Override
    public Mono<Void> save(Transaction tx, String batchId, List<BatchMove> moves, Instant at, Cause cause) {
        long steps = moves.stream().filter(move -> move.haul().step() != null).count();
        return tx.first(
                        BatchSql.SAVE,
                        row -> OrderRows.number(row, "moved"),
                        batchId,
                        texts(moves, move -> move.order().id()),
                        texts(moves, move -> move.haul().membership().name()),
                        texts(moves, move -> move.order().state().name()),
                        texts(moves, move -> of(move, step -> step.to().name())),
                        moves.stream().map(PostgresBatchedOrders::version).toArray(Long[]::new),
                        texts(moves, move -> of(move, Step::reason)),
                        texts(moves, move -> move.haul().hubId()),
                        at,
                        cause.detail(),
                        cause.actor(),
                        cause.causeId())
                .filter(moved -> moved == steps)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("An order changed although it was locked")))
                .then();
    }

    @Override
    public Mono<Boolean> split(Transaction tx, String batchId, List<BatchPart> children, Instant at) {
        List<String> parts = new ArrayList<>();
        List<String> orders = new ArrayList<>();
        for (BatchPart child : children) {
            for (String order : child.orders()) {
                parts.add(child.batchId());
                orders.add(order);
            }
        }
        return tx.first(
                        BatchSql.SPLIT,
                        row -> OrderRows.number(row, "held"),
                        batchId,
                        parts.toArray(String[]::new),
                        orders.toArray(String[]::new),
                        at)
                .map(held -> held == orders.size());
    }

    private static BatchedOrder order(Readable row) {
        String membership = row.get("membership", String.class);
        return new BatchedOrder(
                OrderRows.order(row),
                membership == null ? null : Membership.valueOf(membership),
                Boolean.TRUE.equals(row.get("waits_elsewhere", Boolean.class)));
    }

    /** Empty text instead of null, which arrays of the driver do not take. */
    private static String[] texts(List<BatchMove> moves, Function<BatchMove, @Nullable String> value) {
        return moves.stream()
                .map(move -> Objects.requireNonNullElse(value.apply(move), ""))
                .toArray(String[]::new);
    }

    private static @Nullable String of(BatchMove move, Function<Step, @Nullable String> value) {
        Step step = move.haul().step();
        return step == null ? null : value.apply(step);
    }

    private static Long version(BatchMove move) {
        Step step = move.haul().step();
        return step == null ? move.order().version() : step.version();
    }
}
