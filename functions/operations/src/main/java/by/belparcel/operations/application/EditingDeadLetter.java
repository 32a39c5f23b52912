package by.belparcel.operations.application;

import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.PlatformEvent;
import by.belparcel.operations.model.DeadLetter;
import by.belparcel.operations.model.DeadLetterState;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Sends a corrected payload to the failed consumer as a new event caused by the old one; the old one is given up as EDITED.
 * The new payload is checked against the shape of its type before anything happens.
 */
public final class EditingDeadLetter implements CommandHandler<EditingDeadLetter.Edit, DeadLetterView> {

    public record Edit(JsonNode data, String reason) {}

    /** Problems of a payload, empty when it is right for its type. */
    @FunctionalInterface
    public interface PayloadCheck {
        List<FieldError> problems(String eventType, JsonNode data);
    }

    private final DeadLetters deadLetters;
    private final RedriveSteps.TopicOf topics;
    private final PayloadCheck check;

    public EditingDeadLetter(DeadLetters deadLetters, RedriveSteps.TopicOf topics, PayloadCheck check) {
        this.deadLetters = deadLetters;
        this.topics = topics;
        this.check = check;
    }

    public static Edit read(Input body, RequestParameters parameters) {
        JsonNode data = body.raw("data").orElseGet(() -> {
            body.reject("data", "REQUIRED", "is required", null, null);
            return JsonNodeFactory.instance.objectNode();
        });
        if (!Resending.isStorable(Json.mapper().writeValueAsBytes(data))) {
            body.reject("data", "CHARACTERS", "must not contain NUL characters", null, null);
        }
        return new Edit(data, body.text("reason", 10, 500));
    }

    @Override
    public Mono<Outcome<DeadLetterView>> handle(Edit edit, CommandContext context) {
        String id = context.parameters().variable("id");
        Outcome<DeadLetterView> unknown = Outcome.refused(Rejection.notFound("DEAD_LETTER"));
        return PathId.read(id).isPresent()
                ? deadLetters
                        .lock(context.tx(), id)
                        .flatMap(d -> edit(d, edit, context))
                        .defaultIfEmpty(unknown)
                : Mono.just(unknown);
    }

    private Mono<Outcome<DeadLetterView>> edit(DeadLetter letter, Edit edit, CommandContext context) {
        if (!DeadLetterState.DISCARDABLE.contains(letter.state())) {
            return Mono.just(
                    Outcome.refused(Rejection.invalidState(letter.state().name(), List.of("OPEN", "PARKED"))));
        }
        EventMetadata old = letter.event().metadata();
        List<FieldError> problems = check.problems(old.type(), edit.data());
        if (!problems.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(problems)));
        }
        context.repeat(
                new EventEnvelope(corrected(old, letter, context), Json.mapper().writeValueAsBytes(edit.data())),
                topics.topicOf(old.type()));
        return deadLetters
                .move(context.tx(), letter.id(), DeadLetterState.DISCARDED, "EDITED: " + edit.reason())
                .then(Mono.defer(() -> deadLetters.find(context.tx(), letter.id())))
                .map(moved -> {
                    context.emit(
                            new PlatformEvent.MessageDiscarded(
                                    moved.id(),
                                    moved.consumer(),
                                    old.type(),
                                    "EDITED",
                                    moved.fingerprint(),
                                    context.now()),
                            moved.version());
                    return Outcome.ok(DeadLetterView.summary(moved), moved.version());
                });
    }

    private static EventMetadata corrected(EventMetadata old, DeadLetter letter, CommandContext context) {
        return new EventMetadata(
                context.newId(),
                "/belparcel/editDeadLetter",
                old.type(),
                old.subject(),
                context.now(),
                old.partitionKey(),
                old.sequence(),
                old.correlationId(),
                old.id(),
                old.traceparent(),
                old.tracestate(),
                context.principal().actor(),
                true,
                letter.consumer(),
                Map.copyOf(old.extensions()));
    }
}
