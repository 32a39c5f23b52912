package by.belparcel.operations.application;

import by.belparcel.eventing.handling.Emitter;
import by.belparcel.eventing.handling.Timers;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.operations.model.DeadLetter;
import by.belparcel.operations.model.DeadLetterState;
import by.belparcel.operations.model.RedrivePlan;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Moves a redrive on by one step and, while it is not over, sets the timer for the next look. */
public final class RedriveSteps {

    /** Timer kind; its subject is the redrive. */
    public static final String TIMER = "dlq.redrive-step";

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final DeadLetters deadLetters;
    private final Redrives redrives;
    private final TopicOf topics;

    public RedriveSteps(DeadLetters deadLetters, Redrives redrives, TopicOf topics) {
        this.deadLetters = deadLetters;
        this.redrives = redrives;
        this.topics = topics;
    }

    /**
     * @param stepId makes the timer of the next step unique
     * @return the step that was taken
     */
    public Mono<RedrivePlan.Step> advance(
            String redriveId, String stepId, Transaction tx, Emitter emitter, Timers timers) {
        Mono<Void> again = timers.set(TIMER, redriveId, stepId, PAUSE);
        return redrives.refresh(tx, redriveId).map(RedrivePlan::next).flatMap(step -> switch (step) {
            case RedrivePlan.Step.Send send ->
                send(redriveId, send.count(), tx, emitter).then(again).thenReturn(step);
            case RedrivePlan.Step.Wait wait -> again.thenReturn(step);
            case RedrivePlan.Step.Stop stop -> Mono.just(step);
            case RedrivePlan.Step.Complete complete -> Mono.just(step);
        });
    }

    private Mono<Void> send(String redriveId, int count, Transaction tx, Emitter emitter) {
        return redrives.take(tx, redriveId, count)
                .flatMapMany(Flux::fromIterable)
                .concatMap(letter -> {
                    emitter.repeat(Redrives.addressed(letter, redriveId), topic(letter));
                    return deadLetters.move(tx, letter.id(), DeadLetterState.REDRIVING, null);
                })
                .then();
    }

    private String topic(DeadLetter letter) {
        return topics.topicOf(letter.event().metadata().type());
    }

    /** Topic of an event type; types that nobody knows travel on the platform's topic. */
    @FunctionalInterface
    public interface TopicOf {
        String topicOf(String eventType);
    }
}
