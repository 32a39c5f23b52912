package by.belparcel.tracking.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.OrderEvent;
import by.belparcel.kernel.OrderState;
import by.belparcel.tracking.application.ParcelStore;
import java.util.List;
import reactor.core.publisher.Mono;

/** The projection of orders; whatever comes first makes the row. */
public final class ParcelRows implements ParcelStore {

    private static final String BATCHED = """
            insert into tracking.parcel (order_id, shop_id, pvz_id, number) values ($1, $2, $3, $4)
            on conflict (order_id) do update set
                shop_id = excluded.shop_id, pvz_id = excluded.pvz_id, number = excluded.number
            """;

    private static final String STATE = """
            insert into tracking.parcel as p (order_id, state, state_version) values ($1, $2, $3)
            on conflict (order_id) do update set state = excluded.state, state_version = excluded.state_version
            where p.state_version <= excluded.state_version
            """;

    private static final String TRAVELS = """
            insert into tracking.parcel (order_id, batch_id) select o, $2 from unnest($1::text[]) o order by o
            on conflict (order_id) do update set batch_id = excluded.batch_id
            """;

    @Override
    public Mono<Void> batched(Transaction tx, OrderEvent.Batched order) {
        return tx.update(BATCHED, order.orderId(), order.shopId(), order.pvzId(), order.number())
                .then();
    }

    @Override
    public Mono<Boolean> state(Transaction tx, String orderId, OrderState state, long sequence) {
        return tx.update(STATE, orderId, state.name(), sequence).map(rows -> rows > 0);
    }

    @Override
    public Mono<Void> travels(Transaction tx, List<String> orderIds, String batchId) {
        return tx.update(TRAVELS, orderIds.toArray(String[]::new), batchId).then();
    }

    @Override
    public Mono<Void> leaves(Transaction tx, String orderId, String batchId) {
        return tx.update(
                        "update tracking.parcel set batch_id = null where order_id = $1 and batch_id = $2",
                        orderId,
                        batchId)
                .then();
    }
}
