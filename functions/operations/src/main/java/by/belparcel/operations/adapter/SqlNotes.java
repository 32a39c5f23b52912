package by.belparcel.operations.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.operations.application.DeadLetterView;
import by.belparcel.operations.application.Notes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Notes in {@code operations.dead_letter_notes}. */
public final class SqlNotes implements Notes {

    @Override
    public Mono<Void> add(Transaction tx, String newId, String letter, String author, String text, Instant now) {
        return tx.update(
                        """
                        with noted as (insert into operations.dead_letter_notes (id, dead_letter_id, author, text, at)
                                       values ($1, $2, $3, $4, $5) returning dead_letter_id)
                        update operations.dead_letters d set version = d.version + 1 from noted where d.id = noted.dead_letter_id""",
                        UUID.fromString(newId),
                        UUID.fromString(letter),
                        author,
                        text,
                        now.atOffset(ZoneOffset.UTC))
                .then();
    }

    @Override
    public Mono<List<DeadLetterView.Note>> of(Transaction tx, String letter) {
        return tx.<DeadLetterView.Note>all(
                        "select author, text, at from operations.dead_letter_notes where dead_letter_id = $1 order by at, id",
                        row -> new DeadLetterView.Note(
                                SqlDeadLetters.text(row, "author"),
                                SqlDeadLetters.text(row, "text"),
                                SqlDeadLetters.time(row, "at")),
                        UUID.fromString(letter))
                .collectList();
    }

    @Override
    public Mono<Long> assign(Transaction tx, String letter, String assignee) {
        return tx.update(
                "update operations.dead_letters set assignee = $2, version = version + 1 where id = $1",
                UUID.fromString(letter),
                assignee);
    }
}
