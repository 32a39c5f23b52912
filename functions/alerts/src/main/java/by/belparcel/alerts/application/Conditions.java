package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Alert;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What is known to be true or clear, each with its time, so that events may come in any order. */
public interface Conditions {

    /** False when the condition was clear later than that: the event is stale. Locks the condition. @param expiresAt absent = never */
    Mono<Boolean> seen(Transaction tx, Signal signal, @Nullable Instant expiresAt);

    /** Ids of the open alerts whose condition is clear now. */
    Mono<List<String>> cleared(Transaction tx, List<Signal> signals);

    /** Clears the alert's condition if its time has run out. */
    Mono<Boolean> expired(Transaction tx, String alertId, Instant now);

    Mono<Boolean> holds(Transaction tx, Alert alert);
}
