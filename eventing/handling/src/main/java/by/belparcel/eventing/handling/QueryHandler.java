package by.belparcel.eventing.handling;

import by.belparcel.eventing.outcome.Outcome;
import reactor.core.publisher.Mono;

/** Answers a question without any effect. Every statement stands alone. */
public interface QueryHandler<R> {

    Mono<Outcome<R>> handle(QueryContext context);
}
