package by.belparcel.eventing.inbox;

import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.OutboxPort;
import by.belparcel.eventing.store.Database;
import java.time.Duration;

/**
 * What every pipeline needs.
 *
 * @param dedupeWindow an older event is refused, because its inbox row may be gone; not longer than the inbox's retention
 */
public record Machinery(Database database, Ids ids, OutboxPort outbox, InboxMetrics metrics, Duration dedupeWindow) {

    /** With the retention of domain README 4.9 as dedupe window. */
    public Machinery(Database database, Ids ids, OutboxPort outbox, InboxMetrics metrics) {
        this(database, ids, outbox, metrics, InboxRetention.KEPT);
    }
}
