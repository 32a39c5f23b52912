package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Alert;
import by.belparcel.alerts.model.Subject;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.AlertKind;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** The aggregate. */
public interface Alerts {

    /** The open alert of a subject, locked; empty when there is none. */
    Mono<Alert> lockOpen(Transaction tx, AlertKind kind, Subject subject);

    /** Empty when there is none. */
    Mono<Alert> lock(Transaction tx, String id);

    Mono<Void> insert(Transaction tx, Alert alert);

    Mono<Void> update(Transaction tx, Alert alert);

    /** Resolves all open alerts of a trip and answers them as they are afterwards. */
    Mono<List<Alert>> resolveTrip(Transaction tx, String tripId, String reason, Instant at);

    Mono<Alert> byId(Transaction tx, String id);

    /** Newest first, one more than the limit when there are more. */
    Mono<List<Alert>> page(Transaction tx, AlertFilter filter);
}
