package by.belparcel.payments.application;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.payments.model.PaymentSnapshot;
import by.belparcel.payments.model.PaymentState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lists payments, newest first: {@code GET /payments?state&from&to&limit&cursor}. A shop sees its own. */
public final class ListPayments implements QueryHandler<Page<PaymentView>> {

    public static final Set<String> PARAMETERS = Set.of("state", "from", "to", "limit", "cursor");

    private final PaymentSearch search;

    public ListPayments(PaymentSearch search) {
        this.search = search;
    }

    @Override
    public Mono<Outcome<Page<PaymentView>>> handle(QueryContext context) {
        QueryReader reader = new QueryReader(context.parameters());
        PaymentState state = reader.oneOf("state", PaymentState.class);
        Instant from = reader.time("from");
        Instant to = reader.time("to");
        int limit = reader.limit();
        if (!reader.problems().isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(reader.problems())));
        }
        Optional<String> cursor = context.parameters().query("cursor");
        String sort = "payments:" + state + ':' + from + ':' + to;
        Optional<List<String>> position = cursor.flatMap(c -> context.cursors().read(sort, c));
        if (cursor.isPresent() && position.isEmpty()) {
            return Mono.just(Outcome.refused(
                    Rejection.of(Rejection.Kind.INVALID, "CURSOR_MISMATCH", "The cursor belongs to another list.")));
        }
        boolean everybody = context.denied(Map.of(), "PAYMENT").isEmpty();
        @Nullable String shop = everybody ? null : context.principal().claim("shop_id");
        if (!everybody && shop == null) {
            return Mono.just(Outcome.refused(Rejection.forbidden("The token names no shop.")));
        }
        PaymentSearch.Filter filter = new PaymentSearch.Filter(
                state,
                shop,
                from,
                to,
                position.map(p -> Instant.parse(p.getFirst())).orElse(null),
                position.map(List::getLast).orElse(null));
        return search.page(context.tx(), filter, limit + 1).map(found -> Outcome.ok(page(context, sort, found, limit)));
    }

    private static Page<PaymentView> page(QueryContext context, String sort, List<PaymentSnapshot> found, int limit) {
        List<PaymentSnapshot> shown = found.subList(0, Math.min(limit, found.size()));
        @Nullable String next = null;
        if (found.size() > limit) {
            PaymentSnapshot last = shown.getLast();
            next = context.cursors()
                    .issue(
                            sort,
                            List.of(
                                    last.terms().requestedAt().toString(),
                                    last.terms().id()));
        }
        return new Page<>(shown.stream().map(PaymentView::of).toList(), next);
    }
}
