package by.belparcel.operations.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.PlatformEvent;
import by.belparcel.operations.model.DeadLetter;
import by.belparcel.operations.model.DeadLetterState;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** An administrator parks or gives up a dead letter. */
public final class Deciding implements CommandHandler<Deciding.Decision, DeadLetterView> {

    /** @param reason why, 10 to 500 characters when it is given up */
    public record Decision(DeadLetterState to, String reason) {}

    private final DeadLetters deadLetters;

    public Deciding(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    public static Decision readParking(Input body, RequestParameters parameters) {
        return new Decision(
                DeadLetterState.PARKED, body.optionalText("reason", 0, 500).orElse(""));
    }

    public static Decision readDiscarding(Input body, RequestParameters parameters) {
        boolean superseded = body.flag("superseded", false);
        return new Decision(
                superseded ? DeadLetterState.SUPERSEDED : DeadLetterState.DISCARDED, body.text("reason", 10, 500));
    }

    @Override
    public Mono<Outcome<DeadLetterView>> handle(Decision decision, CommandContext context) {
        String id = context.parameters().variable("id");
        if (PathId.read(id).isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.notFound("DEAD_LETTER")));
        }
        return deadLetters
                .lock(context.tx(), id)
                .flatMap(letter -> decide(letter, decision, context))
                .defaultIfEmpty(Outcome.refused(Rejection.notFound("DEAD_LETTER")));
    }

    private Mono<Outcome<DeadLetterView>> decide(DeadLetter letter, Decision decision, CommandContext context) {
        Set<DeadLetterState> from =
                decision.to() == DeadLetterState.PARKED ? DeadLetterState.PARKABLE : DeadLetterState.DISCARDABLE;
        if (!from.contains(letter.state())) {
            List<String> allowed = from.stream().map(Enum::name).sorted().toList();
            return Mono.just(
                    Outcome.refused(Rejection.invalidState(letter.state().name(), allowed)));
        }
        return deadLetters
                .move(context.tx(), letter.id(), decision.to(), decision.reason())
                .then(Mono.defer(() -> deadLetters.find(context.tx(), letter.id())))
                .map(moved -> {
                    context.emit(fact(moved, decision, context), moved.version());
                    return Outcome.ok(DeadLetterView.summary(moved), moved.version());
                });
    }

    private static PlatformEvent fact(DeadLetter d, Decision decision, CommandContext context) {
        String type = d.event().metadata().type();
        return decision.to() == DeadLetterState.PARKED
                ? new PlatformEvent.MessageParked(
                        d.id(), d.consumer(), type, d.reason(), d.fingerprint(), context.now())
                : new PlatformEvent.MessageDiscarded(
                        d.id(), d.consumer(), type, decision.to().name(), d.fingerprint(), context.now());
    }
}
