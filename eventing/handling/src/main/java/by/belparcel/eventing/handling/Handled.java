package by.belparcel.eventing.handling;

import reactor.core.publisher.Mono;

/** What became of an event (domain README 4.4). */
public sealed interface Handled {

    /** The effect is in the transaction. */
    record Applied() implements Handled {}

    /** Recorded in the inbox as IGNORED and acknowledged. */
    record Ignored(Reason reason) implements Handled {}

    /** Can never work: 422, to the dead letters without retries. */
    record Poison(String code, String detail) implements Handled {}

    /** May work later (a version gap): rolled back and answered 503, retried. */
    record Later(String code, String detail) implements Handled {}

    enum Reason {
        /** Older than what was applied. */
        STALE,
        /** Not allowed in the present state. */
        STATE
    }

    static Mono<Handled> applied() {
        return Mono.just(new Applied());
    }

    static Mono<Handled> ignored(Reason reason) {
        return Mono.just(new Ignored(reason));
    }
}
