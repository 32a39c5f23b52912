package by.belparcel.orders.application;

import by.belparcel.eventing.store.Transaction;
import java.util.List;
import reactor.core.publisher.Mono;

/** The read side of the aggregate. */
public interface OrderReads {

    Mono<OrderRecord> byId(Transaction tx, String orderId);

    Mono<OrderRecord> byNumber(Transaction tx, String number);

    /** One row more than the filter's limit when there is a next page. */
    Mono<List<OrderRecord>> page(Transaction tx, OrderFilter filter);

    /** All changes of an order, oldest first. */
    Mono<List<HistoryEntry>> history(Transaction tx, String orderId);
}
