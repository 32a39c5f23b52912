package by.belparcel.eventing.testkit;

import by.belparcel.eventing.handling.Emitted;
import by.belparcel.eventing.handling.OutboxPort;
import by.belparcel.eventing.outbox.OutboxAppender;
import by.belparcel.eventing.outbox.OutboxEvent;
import by.belparcel.eventing.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import reactor.core.publisher.Mono;

/** The outbox that production uses, behind the pipelines' port. */
final class RealOutbox implements OutboxPort {

    private final OutboxAppender appender = new OutboxAppender();

    @Override
    public Mono<Void> append(Transaction tx, List<Emitted> events) {
        return appender.append(tx, events.stream().map(RealOutbox::row).toList())
                .then();
    }

    private static OutboxEvent row(Emitted event) {
        return new OutboxEvent(event.metadata(), event.topic(), new String(event.data(), StandardCharsets.UTF_8));
    }
}
