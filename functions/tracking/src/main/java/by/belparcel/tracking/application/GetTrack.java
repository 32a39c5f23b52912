package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.tracking.model.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@code GET /trips/{id}/track}: accepted positions by device time; {@code simplify} = metres of Douglas-Peucker tolerance. */
public final class GetTrack implements QueryHandler<TrackView> {

    public static final Set<String> PARAMETERS = Set.of("from", "to", "simplify");

    private static final long MOST_TOLERANCE_M = 10_000;

    private final LocationReads reads;
    private final VisibleTrips trips;
    private final Duration longest;

    /** @param longest longest range of one question */
    public GetTrack(LocationReads reads, Duration longest) {
        this.reads = reads;
        this.trips = new VisibleTrips(reads);
        this.longest = longest;
    }

    @Override
    public Mono<Outcome<TrackView>> handle(QueryContext context) {
        QueryReader reader = new QueryReader(context.parameters());
        Instant from = reader.time("from");
        Instant to = reader.time("to");
        long tolerance = reader.number("simplify", 0, MOST_TOLERANCE_M, 0);
        if (!reader.errors().isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(reader.errors())));
        }
        return trips.find(context, found -> track(context, found, from, to, tolerance));
    }

    /** Without a range the whole trip, at most the last days of it. */
    private Mono<Outcome<TrackView>> track(
            QueryContext context,
            LocationReads.Found found,
            @Nullable Instant from,
            @Nullable Instant to,
            long tolerance) {
        Instant ended = found.endedAt() == null ? found.now() : found.endedAt();
        Instant end = to == null ? ended.plusSeconds(1) : to;
        Instant earliest = end.minus(longest);
        Instant started = found.startedAt() == null ? earliest : found.startedAt();
        Instant begin = from != null ? from : started.isBefore(earliest) ? earliest : started;
        if (Duration.between(begin, end).compareTo(longest) > 0) {
            return Mono.just(Outcome.refused(
                    Rejection.rule("RANGE_TOO_LARGE", "The range is too long.").with("limit_days", longest.toDays())));
        }
        return reads.track(context.tx(), found.location().tripId(), begin, end)
                .map(points -> Outcome.ok(view(found.location().tripId(), points, tolerance)));
    }

    private static TrackView view(String tripId, List<TrackView.Point> points, long tolerance) {
        if (tolerance == 0) {
            return new TrackView(tripId, points.size(), null, points);
        }
        Line line = new Line(points.stream()
                .map(point -> new GeoPoint(point.lat(), point.lng()))
                .toList());
        List<TrackView.Point> kept =
                line.simplified(tolerance).stream().map(points::get).toList();
        return new TrackView(tripId, kept.size(), tolerance, kept);
    }
}
