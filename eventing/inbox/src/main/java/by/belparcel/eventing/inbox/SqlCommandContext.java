package by.belparcel.eventing.inbox;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One command's context. */
record SqlCommandContext(CommandRequest request, Transaction tx, Instant now, Ids ids, Facts facts)
        implements CommandContext {

    @Override
    public Principal principal() {
        return request.principal();
    }

    @Override
    public RequestParameters parameters() {
        return request.parameters();
    }

    @Override
    public Timers timers() {
        return new SqlTimers(tx, ids, request.correlationId());
    }

    @Override
    public String newId() {
        return ids.next();
    }

    @Override
    public String correlationId() {
        return request.correlationId();
    }

    @Override
    public void emit(DomainEvent event, long aggregateVersion) {
        facts.add(event, aggregateVersion);
    }

    @Override
    public void repeat(EventEnvelope repeated, String topic) {
        facts.repeat(repeated, topic);
    }

    @Override
    public Optional<Rejection> denied(Map<String, String> facts, String thing) {
        return request.access().denied(facts, thing);
    }
}
