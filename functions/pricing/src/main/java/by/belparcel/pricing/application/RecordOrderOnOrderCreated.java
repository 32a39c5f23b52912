package by.belparcel.pricing.application;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.ParcelLine;
import by.belparcel.pricing.rules.DraftOptions;
import by.belparcel.pricing.rules.DraftParcel;
import by.belparcel.pricing.rules.Facts;
import by.belparcel.pricing.rules.OrderDraft;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Remembers an order: for the number of orders of its shop and for simulations. */
public final class RecordOrderOnOrderCreated implements EventHandler<OrderEvent.Created> {

    private final PricedOrders orders;
    private final Quotes quotes;
    private final Places places;

    public RecordOrderOnOrderCreated(PricedOrders orders, Quotes quotes, Places places) {
        this.orders = orders;
        this.quotes = quotes;
        this.places = places;
    }

    @Override
    public Mono<Handled> on(OrderEvent.Created event, EventContext context) {
        return facts(event, context)
                .flatMap(facts -> orders.record(
                        context.tx(),
                        new PricedOrders.PricedOrder(
                                event.orderId(),
                                event.shopId(),
                                event.at(),
                                event.price().amount(),
                                event.price().amount(),
                                event.rulesetVersion(),
                                event.quoteId(),
                                Json.mapper().writeValueAsString(facts),
                                0)))
                .then(Handled.applied());
    }

    /** Those of the quote, else what the event and the known places tell. */
    private Mono<Facts> facts(OrderEvent.Created event, EventContext context) {
        Mono<Facts> quoted = event.quoteId() == null
                ? Mono.empty()
                : quotes.find(context.tx(), event.quoteId()).map(Quote::facts);
        return quoted.switchIfEmpty(Mono.defer(() -> places.known(context.tx(), event.warehouseId(), event.pvzId())
                .zipWhen(known -> orders.countOfShop(context.tx(), event.shopId(), event.at()))
                .map(found -> draft(event)
                        .facts(found.getT1().distanceKm().orElse(null), found.getT2(), event.at(), Map.of()))));
    }

    private static OrderDraft draft(OrderEvent.Created event) {
        return new OrderDraft(
                event.shopId(),
                event.warehouseId(),
                event.pvzId(),
                event.parcels().stream().map(RecordOrderOnOrderCreated::parcel).toList(),
                event.service(),
                event.options().packaging(),
                new DraftOptions(
                        event.options().insurance(),
                        event.options().ageCheck(),
                        event.options().idCheck(),
                        event.options().partialIssue()),
                event.paymentMethod(),
                event.goodsAmount() == null ? null : event.goodsAmount().amount(),
                null);
    }

    private static DraftParcel parcel(ParcelLine line) {
        return new DraftParcel(
                line.weightG(),
                line.l(),
                line.w(),
                line.h(),
                line.declared() == null ? 0 : line.declared().amount());
    }
}
