package by.belparcel.carriers.application;

import by.belparcel.carriers.model.DutyRules;
import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.kernel.GeoPoint;
import java.util.List;
import reactor.core.publisher.Mono;

/** {@code GET /carriers?available&near=lat,lng&radius}: nearest first when a place is given, else by code. Radius in metres. */
public final class ListCarriersHandler implements QueryHandler<Page<WorkView>> {

    private static final int MAX_LIMIT = 100;
    private static final int MAX_RADIUS_M = 1_000_000;

    private final CarrierReads reads;
    private final DutyRules rules;
    private final int defaultRadiusM;

    public ListCarriersHandler(CarrierReads reads, DutyRules rules, int defaultRadiusM) {
        this.reads = reads;
        this.rules = rules;
        this.defaultRadiusM = defaultRadiusM;
    }

    @Override
    public Mono<Outcome<Page<WorkView>>> handle(QueryContext context) {
        ListQuery query = new ListQuery(context);
        Boolean available = query.flag("available");
        GeoPoint near = query.place("near");
        int radius = query.number("radius", 1, MAX_RADIUS_M, defaultRadiusM);
        int limit = query.limit(MAX_LIMIT);
        if (context.parameters().query("radius").isPresent()
                && context.parameters().query("near").isEmpty()) {
            query.reject("near", "REQUIRED", "is required with a radius");
        }
        return Pages.read(
                context,
                query,
                "at-work|" + available + '|' + near + '|' + (near == null ? 0 : radius),
                limit,
                after -> reads.list(context.tx(), new CarrierReads.Wanted(available, near, radius, after, limit)),
                ListCarriersHandler::key,
                seen -> WorkView.of(seen, rules, context.principal()));
    }

    private static List<String> key(CarrierReads.Seen seen) {
        Long distance = seen.distanceM();
        return distance == null
                ? List.of(seen.carrier().code())
                : List.of(distance.toString(), seen.carrier().id());
    }
}
