package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.PricingEvent;
import by.belparcel.kernel.Money;
import by.belparcel.pricing.model.AdjustmentLimit;
import reactor.core.publisher.Mono;

/** Changes the price of an order by hand, with a reason. */
public final class AdjustPrice implements CommandHandler<AdjustPrice.Adjust, AdjustPrice.View> {

    private final PricedOrders orders;

    public AdjustPrice(PricedOrders orders) {
        this.orders = orders;
    }

    /** @param amount the new price in kopecks */
    public record Adjust(String orderId, long amount, String reason) {}

    public record View(String id, String orderId, Money from, Money to, String reason) {}

    public static Adjust read(Input body, RequestParameters parameters) {
        long amount = MoneyField.read(body, "amount", Money.MAX).orElse(0L);
        if (!body.has("amount")) {
            body.reject("amount", "REQUIRED", "is required", null, null);
        }
        return new Adjust(body.uuid("order_id"), amount, body.text("reason", 5, 500));
    }

    @Override
    public Mono<Outcome<View>> handle(Adjust command, CommandContext context) {
        return orders.lock(context.tx(), command.orderId())
                .flatMap(order -> adjust(order, command, context))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("ORDER"))));
    }

    private Mono<Outcome<View>> adjust(PricedOrders.PricedOrder order, Adjust command, CommandContext context) {
        if (!AdjustmentLimit.permits(
                order.firstPrice(), command.amount(), context.principal().is("admin"))) {
            return Mono.just(Outcome.refused(Rejection.of(
                            Rejection.Kind.FORBIDDEN,
                            "ADJUST_LIMIT",
                            "Only an admin may change a price by more than half.")
                    .with("first_price", order.firstPrice())));
        }
        PricedOrders.Adjustment made = new PricedOrders.Adjustment(
                context.newId(),
                order.orderId(),
                order.price(),
                command.amount(),
                command.reason(),
                context.principal().actor(),
                context.now());
        context.emit(
                new PricingEvent.Adjusted(
                        made.orderId(),
                        Money.byn(made.before()),
                        Money.byn(made.after()),
                        made.reason(),
                        made.by(),
                        made.at()),
                order.adjustments() + 1L);
        View view =
                new View(made.id(), made.orderId(), Money.byn(made.before()), Money.byn(made.after()), made.reason());
        return orders.adjust(context.tx(), made).thenReturn(Outcome.created(view, "/orders/" + made.orderId(), 0));
    }
}
