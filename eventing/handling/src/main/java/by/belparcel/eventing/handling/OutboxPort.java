package by.belparcel.eventing.handling;

import by.belparcel.eventing.store.Transaction;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where emitted facts go: a log in the same database. */
public interface OutboxPort {

    /** Appends the facts in this order, in the caller's transaction. Never called with an empty list. */
    Mono<Void> append(Transaction tx, List<Emitted> events);

    /** After the commit of a transaction that appended something: a hint, at once, best effort, must not fail. */
    default void committed() {}
}
