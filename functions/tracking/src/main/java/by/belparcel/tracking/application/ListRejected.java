package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** {@code GET /trips/{id}/track/rejected}: why positions of a trip do not show, newest first; kept 14 days. */
public final class ListRejected implements QueryHandler<Page<RejectedView>> {

    public static final Set<String> PARAMETERS = Set.of("limit", "cursor");

    private final LocationReads reads;
    private final VisibleTrips trips;

    public ListRejected(LocationReads reads) {
        this.reads = reads;
        this.trips = new VisibleTrips(reads);
    }

    @Override
    public Mono<Outcome<Page<RejectedView>>> handle(QueryContext context) {
        QueryReader reader = new QueryReader(context.parameters());
        int limit = (int) reader.number("limit", 1, 100, 20);
        if (!reader.errors().isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(reader.errors())));
        }
        return trips.find(context, found -> {
            String tripId = found.location().tripId();
            String name = "rejected|" + tripId;
            Optional<String> cursor = context.parameters().query("cursor");
            Optional<String> before =
                    cursor.flatMap(text -> context.cursors().read(name, text)).map(List::getFirst);
            if (cursor.isPresent() && before.isEmpty()) {
                return Mono.just(Outcome.refused(Rejection.of(
                        Rejection.Kind.INVALID, "CURSOR_MISMATCH", "The cursor does not belong to this list.")));
            }
            return reads.rejected(
                            context.tx(), tripId, before.map(Long::parseLong).orElse(Long.MAX_VALUE), limit + 1)
                    .map(rows -> Outcome.ok(page(rows, limit, name, context)));
        });
    }

    private static Page<RejectedView> page(List<RejectedView> rows, int limit, String name, QueryContext context) {
        boolean more = rows.size() > limit;
        List<RejectedView> shown = more ? rows.subList(0, limit) : rows;
        String next = more
                ? context.cursors()
                        .issue(name, List.of(Long.toString(shown.getLast().id())))
                : null;
        return new Page<>(shown, next);
    }
}
