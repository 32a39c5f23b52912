package by.belparcel.pickuppoints.application.reading;

import by.belparcel.eventing.cache.Cache;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * A command whose caller reads afterwards what it has changed: before it commits, the answers made of that are held, so
 * that lists come from the database until the events have been delivered and have made everybody forget.
 */
public final class HoldingCommand<C, R> implements CommandHandler<C, R> {

    private final CommandHandler<C, R> handler;
    private final Cache cache;

    public HoldingCommand(CommandHandler<C, R> handler, Cache cache) {
        this.handler = handler;
        this.cache = cache;
    }

    @Override
    public Mono<Outcome<R>> handle(C command, CommandContext context) {
        Watching watching = new Watching(context, new HashSet<>());
        return handler.handle(command, watching)
                .flatMap(outcome -> watching.tags().isEmpty()
                        ? Mono.just(outcome)
                        : cache.hold(Set.copyOf(watching.tags())).thenReturn(outcome));
    }

    /** The command's context, which notes what the emitted facts change. */
    private record Watching(CommandContext context, Set<String> tags) implements CommandContext {

        @Override
        public void emit(DomainEvent event, long aggregateVersion) {
            tags.addAll(CacheTags.changedBy(event));
            context.emit(event, aggregateVersion);
        }

        @Override
        public void repeat(EventEnvelope event, String topic) {
            context.repeat(event, topic);
        }

        @Override
        public Principal principal() {
            return context.principal();
        }

        @Override
        public RequestParameters parameters() {
            return context.parameters();
        }

        @Override
        public Transaction tx() {
            return context.tx();
        }

        @Override
        public Instant now() {
            return context.now();
        }

        @Override
        public Timers timers() {
            return context.timers();
        }

        @Override
        public String newId() {
            return context.newId();
        }

        @Override
        public String correlationId() {
            return context.correlationId();
        }

        @Override
        public Optional<Rejection> denied(Map<String, String> facts, String thing) {
            return context.denied(facts, thing);
        }
    }
}
