package by.belparcel.trips.application.queries;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripView;
import java.util.List;
import reactor.core.publisher.Mono;

/** {@code GET /trips/unassigned}: trips without a carrier and batches without a trip, the first hundred of each. */
public final class ListUnassignedHandler implements QueryHandler<UnassignedView> {

    private static final int MOST = 100;

    private final TripReads reads;

    public ListUnassignedHandler(TripReads reads) {
        this.reads = reads;
    }

    @Override
    public Mono<Outcome<UnassignedView>> handle(QueryContext context) {
        TripFilter wanted = new TripFilter(
                List.of(TripState.PLANNED),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                true,
                false,
                null,
                MOST);
        return reads.page(context.tx(), wanted)
                .zipWhen(rows -> reads.waiting(context.tx(), MOST))
                .map(both -> Outcome.ok(new UnassignedView(
                        both.getT1().stream().limit(MOST).map(TripView::of).toList(), both.getT2())));
    }
}
