package by.belparcel.operations.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.operations.model.DeadLetter;
import reactor.core.publisher.Mono;

/** Adds a note to a dead letter or names who looks after it. */
public final class Annotating implements CommandHandler<Annotating.Annotation, DeadLetterView> {

    /** What is added. */
    public sealed interface Annotation {
        record Note(String text) implements Annotation {}

        record Assignee(String name) implements Annotation {}
    }

    private final DeadLetters deadLetters;
    private final Notes notes;

    public Annotating(DeadLetters deadLetters, Notes notes) {
        this.deadLetters = deadLetters;
        this.notes = notes;
    }

    public static Annotation readNote(Input body, RequestParameters parameters) {
        return new Annotation.Note(body.text("text", 1, 2_000));
    }

    public static Annotation readAssignee(Input body, RequestParameters parameters) {
        return new Annotation.Assignee(body.text("assignee", 1, 100));
    }

    @Override
    public Mono<Outcome<DeadLetterView>> handle(Annotation annotation, CommandContext context) {
        String id = context.parameters().variable("id");
        Outcome<DeadLetterView> unknown = Outcome.refused(Rejection.notFound("DEAD_LETTER"));
        if (PathId.read(id).isEmpty()) {
            return Mono.just(unknown);
        }
        return deadLetters
                .find(context.tx(), id)
                .flatMap(letter -> write(letter, annotation, context)
                        .then(Mono.defer(() -> deadLetters.find(context.tx(), id)))
                        .zipWith(Mono.defer(() -> notes.of(context.tx(), id)), DeadLetterView::whole)
                        .map(view -> Outcome.ok(view, view.version())))
                .defaultIfEmpty(unknown);
    }

    private Mono<Void> write(DeadLetter letter, Annotation annotation, CommandContext context) {
        return switch (annotation) {
            case Annotation.Note note ->
                notes.add(
                        context.tx(),
                        context.newId(),
                        letter.id(),
                        context.principal().actor(),
                        note.text(),
                        context.now());
            case Annotation.Assignee assignee ->
                notes.assign(context.tx(), letter.id(), assignee.name()).then();
        };
    }
}
