package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.SignalStatus;
import by.belparcel.tracking.stream.model.Bbox;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** {@code GET /locations}: last positions of trips in transit that the caller may see, by trip id. */
public final class ListLocations implements QueryHandler<Page<LocationView>> {

    public static final Set<String> PARAMETERS = Set.of("bbox", "status", "limit", "cursor");

    private static final List<SignalStatus> STATUS = List.of(SignalStatus.LIVE, SignalStatus.STALE, SignalStatus.LOST);

    private final LocationReads reads;

    public ListLocations(LocationReads reads) {
        this.reads = reads;
    }

    @Override
    public Mono<Outcome<Page<LocationView>>> handle(QueryContext context) {
        QueryReader reader = new QueryReader(context.parameters());
        Bbox bbox = reader.bbox();
        SignalStatus status = reader.oneOf("status", STATUS);
        int limit = (int) reader.number("limit", 1, 100, 20);
        if (!reader.errors().isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(reader.errors())));
        }
        String name = "locations|" + bbox + '|' + status;
        Optional<String> cursor = context.parameters().query("cursor");
        Optional<String> after =
                cursor.flatMap(text -> context.cursors().read(name, text)).map(List::getFirst);
        if (cursor.isPresent() && after.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.of(
                    Rejection.Kind.INVALID, "CURSOR_MISMATCH", "The cursor does not belong to this list.")));
        }
        LocationReads.Wanted wanted = new LocationReads.Wanted(
                LocationScope.of(context.principal()), bbox, status, after.orElse(null), limit + 1);
        return reads.page(context.tx(), wanted).map(rows -> Outcome.ok(page(rows, limit, name, context)));
    }

    private static Page<LocationView> page(List<LocationView> rows, int limit, String name, QueryContext context) {
        boolean more = rows.size() > limit;
        List<LocationView> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown,
                more ? context.cursors().issue(name, List.of(shown.getLast().tripId())) : null);
    }
}
