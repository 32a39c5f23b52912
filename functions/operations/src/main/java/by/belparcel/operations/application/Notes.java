package by.belparcel.operations.application;

import by.belparcel.eventing.store.Transaction;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** What people wrote beside a dead letter and who looks after it. */
public interface Notes {

    Mono<Void> add(Transaction tx, String newId, String deadLetterId, String author, String text, Instant now);

    Mono<List<DeadLetterView.Note>> of(Transaction tx, String deadLetterId);

    Mono<Long> assign(Transaction tx, String deadLetterId, String assignee);
}
