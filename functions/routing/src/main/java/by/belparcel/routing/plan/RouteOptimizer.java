package by.belparcel.routing.plan;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Solves a {@link Problem}. The same problem, budget of iterations and seed give the same solution. */
public interface RouteOptimizer {

    /** Works on the calling thread, which must not be an event loop. */
    Solution solve(Problem problem, Budget budget);

    /** The same, away from the event loop. */
    default Mono<Solution> plan(Problem problem, Budget budget) {
        return Mono.fromCallable(() -> solve(problem, budget)).subscribeOn(Schedulers.boundedElastic());
    }
}
