package by.belparcel.payments.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Compares our ledger with the provider's book of one day in Minsk: {@code GET /payments/reconciliation?date}. Both are read
 * with an hour around the day, so that a movement which the two sides date differently by seconds is no difference.
 */
public final class ReconcilePayments implements QueryHandler<Reconciliation> {

    public static final Set<String> PARAMETERS = Set.of("date");

    private static final Duration MARGIN = Duration.ofHours(1);

    private final PaymentSearch search;
    private final PaymentProvider provider;

    public ReconcilePayments(PaymentSearch search, PaymentProvider provider) {
        this.search = search;
        this.provider = provider;
    }

    @Override
    public Mono<Outcome<Reconciliation>> handle(QueryContext context) {
        QueryReader reader = new QueryReader(context.parameters());
        LocalDate date = reader.date("date");
        if (date == null) {
            FieldError missing = FieldError.of("/date", "REQUIRED", "is required");
            List<FieldError> problems = reader.problems();
            return Mono.just(Outcome.refused(Rejection.invalid(problems.isEmpty() ? List.of(missing) : problems)));
        }
        Instant start = date.atStartOfDay(Numbers.MINSK).toInstant();
        Instant end = date.plusDays(1).atStartOfDay(Numbers.MINSK).toInstant();
        Instant from = start.minus(MARGIN);
        Instant to = end.plus(MARGIN);
        return search.booked(context.tx(), provider.name(), from, to)
                .zipWith(
                        provider.book(from, to),
                        (ours, theirs) ->
                                Outcome.ok(Reconciliation.of(date, provider.name(), start, end, ours, theirs)));
    }
}
