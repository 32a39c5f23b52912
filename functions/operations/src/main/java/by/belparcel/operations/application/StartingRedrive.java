package by.belparcel.operations.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.PlatformEvent;
import by.belparcel.operations.model.DeadLetter;
import by.belparcel.operations.model.DeadLetterState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Freezes a set of dead letters and sends the first of them back; a timer carries on with the rest. */
public final class StartingRedrive implements CommandHandler<RedriveRequest, RedriveView> {

    private static final Comparator<DeadLetter> IN_ORDER = Comparator.comparing(
                    (DeadLetter d) -> d.event().metadata().partitionKey())
            .thenComparing(d -> d.event().metadata().sequence())
            .thenComparing(DeadLetter::firstAt);

    private final DeadLetters deadLetters;
    private final RedriveSteps steps;
    private final Redrives redrives;
    private final Supersession supersession;

    public StartingRedrive(DeadLetters deadLetters, Redrives redrives, RedriveSteps steps, Supersession supersession) {
        this.deadLetters = deadLetters;
        this.redrives = redrives;
        this.steps = steps;
        this.supersession = supersession;
    }

    @Override
    public Mono<Outcome<RedriveView>> handle(RedriveRequest request, CommandContext context) {
        return candidates(request, context)
                .flatMap(found -> refusal(request, found)
                        .map(rejection -> Mono.just(Outcome.<RedriveView>refused(rejection)))
                        .orElseGet(() -> request.dryRun() ? preview(found, context) : start(found, context)));
    }

    private Mono<List<DeadLetter>> candidates(RedriveRequest request, CommandContext context) {
        if (!request.ids().isEmpty()) {
            return Flux.fromIterable(request.ids())
                    .concatMap(id -> deadLetters.lock(context.tx(), id))
                    .collectList();
        }
        return deadLetters
                .list(context.tx(), request.filter(), RedriveRequest.MAX + 1)
                .map(all -> all.stream()
                        .filter(d -> DeadLetterState.REDRIVABLE.contains(d.state()))
                        .filter(d -> Resending.isPossible(d.event()))
                        .toList());
    }

    private static Optional<Rejection> refusal(RedriveRequest request, List<DeadLetter> found) {
        if (found.isEmpty()) {
            return Optional.of(Rejection.rule("NOTHING_TO_REDRIVE", "No dead letter matches."));
        }
        if (found.size() > RedriveRequest.MAX) {
            return Optional.of(Rejection.rule("TOO_MANY", "More than " + RedriveRequest.MAX + " dead letters match."));
        }
        return found.stream()
                .filter(d -> !request.ids().isEmpty())
                .flatMap(d -> refusal(d).stream())
                .findFirst();
    }

    private static Optional<Rejection> refusal(DeadLetter d) {
        if (!DeadLetterState.REDRIVABLE.contains(d.state())) {
            return Optional.of(Rejection.invalidState(d.state().name(), List.of("OPEN", "PARKED")));
        }
        return Resending.isPossible(d.event())
                ? Optional.empty()
                : Optional.of(Rejection.rule(
                        "NOT_REDRIVABLE", "The dead letter " + d.id() + " is no event of ours: edit or discard it."));
    }

    private Mono<Outcome<RedriveView>> preview(List<DeadLetter> found, CommandContext context) {
        return Flux.fromIterable(found)
                .concatMap(
                        d -> supersession.isSuperseded(context.tx(), d).map(yes -> new RedriveView.Item(d.id(), yes)))
                .collectList()
                .map(items -> Outcome.ok(RedriveView.preview(items)));
    }

    private Mono<Outcome<RedriveView>> start(List<DeadLetter> found, CommandContext context) {
        List<DeadLetter> ordered = new ArrayList<>(found);
        ordered.sort(IN_ORDER);
        String id = context.newId();
        return redrives.start(context.tx(), id, context.principal().actor(), ordered, context.now())
                .then(steps.advance(id, context.newId(), context.tx(), context, context.timers()))
                .then(Mono.defer(() -> redrives.progress(context.tx(), id)))
                .map(progress -> {
                    context.emit(new PlatformEvent.RedriveStarted(id, null, null, ordered.size(), context.now()), 1);
                    return Outcome.accepted(RedriveView.of(progress), "/dead-letters/redrives/" + id);
                });
    }
}
