package by.belparcel.orders;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** A context whose timers are one statement each, as those of the machinery are. */
final class CountingContext implements CommandContext, EventContext, Timers {

    private static final Ids IDS = new Ids();

    private final CountingTransaction tx;
    private final DomainEvent event;
    private final Map<String, String> path;

    CountingContext(CountingTransaction tx, DomainEvent event, Map<String, String> path) {
        this.tx = tx;
        this.event = event;
        this.path = path;
    }

    @Override
    public Principal principal() {
        return Principals.shop(OrderFixture.SHOP);
    }

    @Override
    public RequestParameters parameters() {
        return new RequestParameters(path, Map.of(), Map.of());
    }

    @Override
    public CountingTransaction tx() {
        return tx;
    }

    @Override
    public Instant now() {
        return OrderFixture.NOW;
    }

    @Override
    public Timers timers() {
        return this;
    }

    @Override
    public Mono<Void> set(String kind, String subject, String dedupeKey, Duration delay) {
        return tx.update("select 1").then();
    }

    @Override
    public Mono<Void> cancel(String kind, String dedupeKey) {
        return tx.update("select 1").then();
    }

    @Override
    public String newId() {
        return IDS.next();
    }

    @Override
    public String correlationId() {
        return "c";
    }

    @Override
    public EventMetadata event() {
        return TestEvents.envelope(event, 1).metadata();
    }

    @Override
    public void emit(DomainEvent emitted, long aggregateVersion) {
        // only statements are counted here
    }

    @Override
    public void repeat(EventEnvelope envelope, String redriveId) {
        throw new UnsupportedOperationException("nothing is repeated here");
    }

    @Override
    public Optional<Rejection> denied(Map<String, String> facts, String thing) {
        return Optional.empty();
    }
}
