package by.belparcel.operations.application;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import reactor.core.publisher.Mono;

/** One dead letter with its event and its notes. */
public final class ShowingDeadLetter implements QueryHandler<DeadLetterView> {

    private final DeadLetters deadLetters;
    private final Notes notes;

    public ShowingDeadLetter(DeadLetters deadLetters, Notes notes) {
        this.deadLetters = deadLetters;
        this.notes = notes;
    }

    @Override
    public Mono<Outcome<DeadLetterView>> handle(QueryContext context) {
        String id = context.parameters().variable("id");
        Mono<Outcome<DeadLetterView>> found = PathId.read(id).isPresent()
                ? deadLetters
                        .find(context.tx(), id)
                        .flatMap(letter -> notes.of(context.tx(), id).map(n -> DeadLetterView.whole(letter, n)))
                        .map(view -> Outcome.ok(view, view.version()))
                : Mono.empty();
        return found.defaultIfEmpty(Outcome.refused(Rejection.notFound("DEAD_LETTER")));
    }
}
