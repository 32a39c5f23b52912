package by.belparcel.payments.application;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.payments.model.PaymentSnapshot;
import reactor.core.publisher.Mono;

/** Shows a payment: {@code GET /payments/{id}}. */
public final class GetPayment implements QueryHandler<PaymentView> {

    private final PaymentStore store;

    public GetPayment(PaymentStore store) {
        this.store = store;
    }

    @Override
    public Mono<Outcome<PaymentView>> handle(QueryContext context) {
        return Mono.justOrEmpty(PathId.of(context.parameters()))
                .flatMap(id -> store.byId(context.tx(), id))
                .map(payment -> {
                    PaymentSnapshot shown = payment.snapshot();
                    return Caller.denied(context, context.principal(), shown.terms())
                            .map(Outcome::<PaymentView>refused)
                            .orElseGet(() -> Outcome.ok(PaymentView.of(shown), shown.version()));
                })
                .defaultIfEmpty(Outcome.refused(Rejection.notFound("PAYMENT")));
    }
}
