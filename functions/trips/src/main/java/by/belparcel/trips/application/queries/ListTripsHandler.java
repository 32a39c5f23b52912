package by.belparcel.trips.application.queries;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.trips.application.TripView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** {@code GET /trips}: all of them for staff, their own for carriers, those that call there for a pick-up point. */
public final class ListTripsHandler implements QueryHandler<Page<TripView>> {

    private static final Set<String> SEE_ALL = Set.of("operator", "moderator", "admin", "agent", "analyst", "auditor");
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final TripPages pages;

    public ListTripsHandler(TripReads reads) {
        this.pages = new TripPages(reads);
    }

    @Override
    public Mono<Outcome<Page<TripView>>> handle(QueryContext context) {
        ListParameters parameters = new ListParameters(context.parameters());
        TripFilter wanted = filter(parameters);
        if (!parameters.errors().isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(parameters.errors())));
        }
        return narrow(wanted, context.principal())
                .map(visible -> pages.page(visible, context))
                .orElseGet(() -> Mono.just(Outcome.ok(new Page<>(List.of(), null))));
    }

    private static TripFilter filter(ListParameters parameters) {
        LocalDate date = parameters.date("date");
        String sort = parameters.sort();
        return new TripFilter(
                parameters.states(),
                parameters.uuids("pvz"),
                parameters.uuid("warehouse"),
                parameters.uuids("carrier"),
                ListParameters.startOf(date),
                ListParameters.endOf(date),
                parameters.flag("needs_manual"),
                parameters.flag("late"),
                parameters.q(),
                sort.endsWith("planned_departure"),
                sort.startsWith("-"),
                null,
                parameters.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT));
    }

    /** Empty when the caller can see none of what was asked for. */
    private static Optional<TripFilter> narrow(TripFilter wanted, Principal principal) {
        if (principal.roles().stream().anyMatch(SEE_ALL::contains)) {
            return Optional.of(wanted);
        }
        if (principal.is("carrier")) {
            return own(principal, "carrier_id", wanted.carriers()).map(ids -> wanted.of(wanted.places(), ids, null));
        }
        return principal.is("pvz_worker")
                ? own(principal, "pvz_id", wanted.places()).map(ids -> wanted.of(ids, wanted.carriers(), null))
                : Optional.empty();
    }

    private static Optional<List<String>> own(Principal principal, String claim, List<String> asked) {
        List<String> all = principal.claims().getOrDefault(claim, List.of()).stream()
                .filter(PathId::isId)
                .toList();
        List<String> own =
                asked.isEmpty() ? all : asked.stream().filter(all::contains).toList();
        return Optional.of(own).filter(ids -> !ids.isEmpty());
    }
}
