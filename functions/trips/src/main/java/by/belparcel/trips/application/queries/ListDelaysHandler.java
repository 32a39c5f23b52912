package by.belparcel.trips.application.queries;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** {@code GET /trips/delays?hours=}: late trips of the last hours, the worst first. */
public final class ListDelaysHandler implements QueryHandler<Page<DelayView>> {

    private static final int DAY = 24;
    private static final int WEEK = 7 * DAY;
    private static final int MOST = 100;

    private final TripReads reads;

    public ListDelaysHandler(TripReads reads) {
        this.reads = reads;
    }

    @Override
    public Mono<Outcome<Page<DelayView>>> handle(QueryContext context) {
        ListParameters parameters = new ListParameters(context.parameters());
        int hours = parameters.number("hours", 1, WEEK, DAY);
        if (!parameters.errors().isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(parameters.errors())));
        }
        return reads.delays(context.tx(), Duration.ofHours(hours), MOST)
                .map(rows -> Outcome.ok(new Page<>(rows, null)));
    }
}
