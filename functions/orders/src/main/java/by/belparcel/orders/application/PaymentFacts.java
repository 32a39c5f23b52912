package by.belparcel.orders.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.Handled;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Records what a payment did, for the view: the newest fact wins, whatever order they arrive in. */
public final class PaymentFacts {

    private final Projections projections;

    public PaymentFacts(Projections projections) {
        this.projections = projections;
    }

    Mono<Handled> record(
            String orderId,
            String paymentId,
            PaymentFact.State state,
            @Nullable String code,
            Instant at,
            EventContext context) {
        PaymentFact fact =
                new PaymentFact(orderId, paymentId, state, code, context.event().sequence(), at);
        return projections
                .recordPayment(context.tx(), fact)
                .flatMap(newer -> newer ? Handled.applied() : Handled.ignored(Handled.Reason.STALE));
    }
}
