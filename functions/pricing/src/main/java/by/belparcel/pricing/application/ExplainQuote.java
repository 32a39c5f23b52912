package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Money;
import by.belparcel.pricing.rules.Evaluation;
import by.belparcel.pricing.rules.Evaluator;
import by.belparcel.pricing.rules.Price;
import reactor.core.publisher.Mono;

/** Evaluates the stored facts of a quote again with its own rule set and shows what each rule did. */
public final class ExplainQuote implements QueryHandler<QuoteExplanation> {

    private final Quotes quotes;
    private final RuleSets ruleSets;
    private final CompiledRuleSets compiled;

    public ExplainQuote(Quotes quotes, RuleSets ruleSets, CompiledRuleSets compiled) {
        this.quotes = quotes;
        this.ruleSets = ruleSets;
        this.compiled = compiled;
    }

    @Override
    public Mono<Outcome<QuoteExplanation>> handle(QueryContext context) {
        return Visible.quote(quotes, context)
                .flatMap(quote -> ruleSets.find(context.tx(), quote.price().rulesetVersion())
                        .map(set -> Outcome.ok(explain(quote, Evaluator.evaluate(compiled.of(set), quote.facts())))))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("QUOTE"))));
    }

    private static QuoteExplanation explain(Quote quote, Evaluation evaluation) {
        boolean reproduced = evaluation.outcome() instanceof Outcome.Success<Price>(int _, Price again, var _, long _)
                && quote.price().equals(again);
        return new QuoteExplanation(
                quote.id(),
                quote.price().rulesetVersion(),
                Money.byn(quote.price().total()),
                quote.price().lines(),
                quote.facts(),
                evaluation.trace(),
                reproduced);
    }
}
