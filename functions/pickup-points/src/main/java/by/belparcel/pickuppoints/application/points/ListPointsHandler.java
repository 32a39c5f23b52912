package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.application.reading.ListParameters;
import by.belparcel.pickuppoints.application.reading.Paging;
import by.belparcel.pickuppoints.model.PointStatus;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code GET /pvz/v1/points?q&status&page&limit}, sorted by code. */
public final class ListPointsHandler implements QueryHandler<PointPage> {

    private static final int LONGEST = 100;

    private final KnownPoints points;

    public ListPointsHandler(KnownPoints points) {
        this.points = points;
    }

    @Override
    public Mono<Outcome<PointPage>> handle(QueryContext context) {
        ListParameters list = new ListParameters(context.parameters());
        Paging paging = list.paging();
        Points.Filter filter = new Points.Filter(
                list.text("q", LONGEST).map(ListPointsHandler::pattern).orElse(null),
                list.oneOf("status", PointStatus.class).orElse(null));
        Optional<Rejection> refusal = list.refusal();
        if (refusal.isPresent()) {
            return Mono.just(Outcome.refused(refusal.get()));
        }
        return points.list(context.tx(), filter, paging)
                .map(found -> Outcome.ok(new PointPage(
                        found.points().stream().map(PointView::of).toList(),
                        paging.page(),
                        paging.limit(),
                        found.total(),
                        paging.pages(found.total()))));
    }

    /** The caller's wildcards are plain text. */
    private static String pattern(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return '%' + plain.replace("!", "!!").replace("%", "!%").replace("_", "!_") + '%';
    }
}
