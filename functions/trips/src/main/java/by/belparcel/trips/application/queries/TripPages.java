package by.belparcel.trips.application.queries;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.trips.application.TripView;
import by.belparcel.trips.model.TripRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Pages of a filtered list with cursors. */
final class TripPages {

    private final TripReads reads;

    TripPages(TripReads reads) {
        this.reads = reads;
    }

    /** @param wanted without a place to go on from */
    Mono<Outcome<Page<TripView>>> page(TripFilter wanted, QueryContext context) {
        String name = wanted.name();
        Optional<String> cursor = context.parameters().query("cursor");
        Optional<TripFilter.Position> after =
                cursor.flatMap(text -> context.cursors().read(name, text)).map(TripPages::position);
        if (cursor.isPresent() && after.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.of(
                    Rejection.Kind.INVALID, "CURSOR_MISMATCH", "The cursor does not belong to this list.")));
        }
        return reads.page(context.tx(), wanted.of(wanted.places(), wanted.carriers(), after.orElse(null)))
                .map(rows -> Outcome.ok(page(rows, wanted, name, context)));
    }

    private static Page<TripView> page(List<TripRecord> rows, TripFilter wanted, String name, QueryContext context) {
        boolean more = rows.size() > wanted.limit();
        List<TripRecord> shown = more ? rows.subList(0, wanted.limit()) : rows;
        String next = null;
        if (more) {
            TripRecord last = shown.getLast();
            Instant at = wanted.byDeparture() ? last.plannedDeparture() : last.createdAt();
            next = context.cursors().issue(name, List.of(at.toString(), last.id()));
        }
        return new Page<>(shown.stream().map(TripView::of).toList(), next);
    }

    private static TripFilter.Position position(List<String> values) {
        return new TripFilter.Position(Instant.parse(values.getFirst()), values.getLast());
    }
}
