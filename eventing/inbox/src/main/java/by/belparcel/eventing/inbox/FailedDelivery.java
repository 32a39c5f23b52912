package by.belparcel.eventing.inbox;

import by.belparcel.eventing.inbox.Inbox.Failures;
import by.belparcel.eventing.inbox.InboxMetrics.Delivery;
import by.belparcel.eventing.store.Database;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Counts failures in a transaction of their own and parks an event that failed too often, whatever the platform remembers. */
final class FailedDelivery {

    private static final int LIMIT = 5;

    /** How long a version gap may stay open: 1 + 2 + 4 + 8 + 16 s of the Trigger's retries, less a second of travel. */
    private static final long GAP_MILLIS = 30_000;

    private final Database database;

    FailedDelivery(Database database) {
        this.database = database;
    }

    Mono<EventReply> poison(Inbox inbox, String code, String detail) {
        return count(inbox, code, detail)
                .thenReturn(EventReply.refused(422, Delivery.POISON, code, detail, null))
                .onErrorResume(error -> Mono.just(EventReply.refused(422, Delivery.POISON, code, detail, error)));
    }

    Mono<EventReply> later(Inbox inbox, String code, String detail) {
        return count(inbox, code, detail)
                .map(failed ->
                        reply(failed.attempts() >= LIMIT && failed.ageMillis() >= GAP_MILLIS, code, detail, null))
                .onErrorResume(error -> Mono.just(reply(false, code, detail, error)));
    }

    Mono<EventReply> technical(Inbox inbox, Throwable error) {
        String code = DatabaseFailures.isUnavailable(error) ? "DEPENDENCY_UNAVAILABLE" : "INTERNAL_ERROR";
        String detail = DatabaseFailures.describe(error);
        if (DatabaseFailures.isBusy(error)) {
            return Mono.just(reply(false, code, detail, error));
        }
        return count(inbox, code, detail)
                .map(failed -> reply(failed.attempts() >= LIMIT, code, detail, error))
                .onErrorResume(uncounted -> Mono.just(reply(false, code, detail, error)));
    }

    private Mono<Failures> count(Inbox inbox, String code, String detail) {
        return database.inTransaction(tx -> inbox.failed(tx, code, detail));
    }

    private static EventReply reply(boolean parked, String code, String detail, @Nullable Throwable cause) {
        return EventReply.refused(parked ? 422 : 503, parked ? Delivery.PARKED : Delivery.RETRY, code, detail, cause);
    }
}
