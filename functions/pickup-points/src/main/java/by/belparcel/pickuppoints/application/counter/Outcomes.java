package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.outcome.Outcome;
import java.util.Objects;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Goes on with what succeeded; a refusal stays what it is. */
final class Outcomes {

    private Outcomes() {}

    static <A, B> Mono<Outcome<B>> then(Outcome<A> before, Function<A, Mono<Outcome<B>>> next) {
        if (before instanceof Outcome.Success<A> success) {
            return next.apply(Objects.requireNonNull(success.body()));
        }
        return Mono.just(Outcome.refused(((Outcome.Refused<A>) before).rejection()));
    }
}
