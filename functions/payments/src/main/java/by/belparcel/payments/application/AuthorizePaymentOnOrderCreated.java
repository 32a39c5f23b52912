package by.belparcel.payments.application;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.model.DerivedId;
import by.belparcel.payments.model.Payment;
import by.belparcel.payments.model.PaymentTerms;
import by.belparcel.payments.model.RetryPolicy;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Reserves the money of a new order (rule 1): one payment per order, one authorisation per payment. */
public final class AuthorizePaymentOnOrderCreated implements EventHandler<OrderEvent.Created> {

    private final Till till;
    private final Providers providers;
    private final RetryPolicy policy;
    private final Set<PaymentMethod> allowed;

    /** @param allowed methods that are in use; any other is declined METHOD_NOT_ALLOWED */
    public AuthorizePaymentOnOrderCreated(
            Till till, Providers providers, RetryPolicy policy, Set<PaymentMethod> allowed) {
        this.till = till;
        this.providers = providers;
        this.policy = policy;
        this.allowed = Set.copyOf(allowed);
    }

    @Override
    public Mono<Handled> on(OrderEvent.Created event, EventContext context) {
        Payment payment = Payment.requested(terms(event, context), policy);
        if (!allowed.contains(event.paymentMethod())) {
            payment.refuse("METHOD_NOT_ALLOWED");
        }
        return till.open(Step.of(context), payment);
    }

    private PaymentTerms terms(OrderEvent.Created event, EventContext context) {
        Money collected = event.goodsAmount();
        boolean onPickup = event.paymentMethod() == PaymentMethod.PAY_ON_PICKUP;
        Money goods = onPickup && collected != null ? collected : Money.ZERO;
        return new PaymentTerms(
                DerivedId.of("payment", event.orderId()),
                event.orderId(),
                event.shopId(),
                event.paymentMethod(),
                providers.nameFor(event.paymentMethod(), event.price().amount()),
                event.price(),
                goods,
                context.now());
    }
}
