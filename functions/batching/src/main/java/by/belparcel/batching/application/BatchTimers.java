package by.belparcel.batching.application;

import by.belparcel.batching.model.Batch;
import by.belparcel.batching.model.Schedule;
import by.belparcel.kernel.BatchState;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Durable timers of an open batch. They are hints: whoever hears them looks at the batch again. */
public final class BatchTimers {

    /** Kind of the timer of the age rule. */
    public static final String AGE = "batch.age";

    /** Kind of the timer of the origin's cut-off. */
    public static final String CUTOFF = "batch.cutoff";

    private BatchTimers() {}

    static Mono<Void> set(Work work, Batch batch) {
        Schedule schedule = batch.schedule();
        Mono<Void> age = set(work, AGE, batch.id(), key(batch), schedule.ageAt());
        Instant cutoff = schedule.cutoffAt();
        return cutoff == null ? age : age.then(set(work, CUTOFF, batch.id(), batch.id(), cutoff));
    }

    /** When the closing time has moved forward; a timer that is now too early sets itself again. */
    static Mono<Void> move(Work work, Batch before, Batch after) {
        return after.schedule().ageAt().isBefore(before.schedule().ageAt())
                ? set(work, AGE, after.id(), key(after), after.schedule().ageAt())
                : Mono.empty();
    }

    /** The timer has fired too early. @param fired id of that timer, so that the new one is another one */
    static Mono<Void> repeat(Work work, String kind, Batch batch, String fired, Instant dueAt) {
        return set(work, kind, batch.id(), batch.id() + ':' + fired, dueAt);
    }

    static Mono<Void> cancel(Work work, Batch batch) {
        if (batch.state() != BatchState.OPEN) {
            return Mono.empty();
        }
        Mono<Void> age = work.timers().cancel(AGE, key(batch));
        return batch.schedule().cutoffAt() == null
                ? age
                : age.then(work.timers().cancel(CUTOFF, batch.id()));
    }

    private static Mono<Void> set(Work work, String kind, String batchId, String key, Instant dueAt) {
        Duration delay = Duration.between(work.now(), dueAt).plusMillis(1);
        return work.timers().set(kind, batchId, key, delay.isNegative() ? Duration.ZERO : delay);
    }

    private static String key(Batch batch) {
        return batch.id() + ':' + batch.schedule().ageAt().toEpochMilli();
    }
}
