package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import reactor.core.publisher.Mono;

/** A quote by its id; a quote of another shop does not exist. */
public final class GetQuote implements QueryHandler<QuoteView> {

    private final Quotes quotes;

    public GetQuote(Quotes quotes) {
        this.quotes = quotes;
    }

    @Override
    public Mono<Outcome<QuoteView>> handle(QueryContext context) {
        return Visible.quote(quotes, context)
                .map(quote -> Outcome.ok(QuoteView.of(quote)))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("QUOTE"))));
    }
}
