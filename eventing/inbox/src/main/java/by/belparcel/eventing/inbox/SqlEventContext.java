package by.belparcel.eventing.inbox;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;

/** One delivery's context. */
record SqlEventContext(EventMetadata event, Transaction tx, Instant now, Ids ids, Facts facts) implements EventContext {

    @Override
    public Timers timers() {
        return new SqlTimers(tx, ids, event.correlationId());
    }

    @Override
    public String newId() {
        return ids.next();
    }

    @Override
    public void emit(DomainEvent fact, long aggregateVersion) {
        facts.add(fact, aggregateVersion);
    }

    @Override
    public void repeat(EventEnvelope repeated, String topic) {
        facts.repeat(repeated, topic);
    }
}
