package by.belparcel.trips.application.queries;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripView;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * {@code GET /carrier/trips}: what the driver has to do, or had to do on a day; {@code GET /carrier/history}: what it has done,
 * the newest first.
 */
public final class CarrierTripsHandler implements QueryHandler<Page<TripView>> {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final TripPages pages;
    private final boolean history;

    private CarrierTripsHandler(TripReads reads, boolean history) {
        this.pages = new TripPages(reads);
        this.history = history;
    }

    public static CarrierTripsHandler present(TripReads reads) {
        return new CarrierTripsHandler(reads, false);
    }

    public static CarrierTripsHandler history(TripReads reads) {
        return new CarrierTripsHandler(reads, true);
    }

    @Override
    public Mono<Outcome<Page<TripView>>> handle(QueryContext context) {
        ListParameters parameters = new ListParameters(context.parameters());
        LocalDate date = parameters.date("date");
        int limit = parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
        if (!parameters.errors().isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(parameters.errors())));
        }
        List<String> own = context.principal().claims().getOrDefault("carrier_id", List.of()).stream()
                .filter(PathId::isId)
                .toList();
        if (own.isEmpty()) {
            return Mono.just(Outcome.ok(new Page<>(List.of(), null)));
        }
        List<TripState> states = history
                ? List.of(TripState.COMPLETED)
                : date == null
                        ? List.of(TripState.ASSIGNED, TripState.IN_TRANSIT)
                        : List.of(TripState.ASSIGNED, TripState.IN_TRANSIT, TripState.COMPLETED);
        TripFilter wanted = new TripFilter(
                states,
                List.of(),
                null,
                own,
                ListParameters.startOf(date),
                ListParameters.endOf(date),
                null,
                null,
                null,
                true,
                history,
                null,
                limit);
        return pages.page(wanted, context);
    }
}
