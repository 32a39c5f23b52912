package by.belparcel.orders.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.orders.model.ScannedNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import reactor.core.publisher.Mono;

/**
 * {@code GET /orders/track/{number}?token=}: public, so it shows nothing personal. A wrong token and an unknown number answer
 * the same, and the database is asked only when the token fits.
 */
public final class TrackOrderHandler implements QueryHandler<TrackingView> {

    private final OrderReads reads;
    private final ContactVault vault;

    public TrackOrderHandler(OrderReads reads, ContactVault vault) {
        this.reads = reads;
        this.vault = vault;
    }

    @Override
    public Mono<Outcome<TrackingView>> handle(QueryContext context) {
        String number = ScannedNumber.normalise(context.parameters().variable("number"));
        String token = context.parameters().query("token").orElse("");
        if (!fits(number, token)) {
            return Mono.just(Outcome.refused(Rejection.notFound("ORDER")));
        }
        return reads.byNumber(context.tx(), number)
                .flatMap(order -> reads.history(context.tx(), order.id())
                        .map(history ->
                                Outcome.ok(TrackingView.of(order, history, maskedPhone(order)), order.version())))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("ORDER"))));
    }

    private boolean fits(String number, String token) {
        return MessageDigest.isEqual(
                vault.trackingToken(number).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private String maskedPhone(OrderRecord order) {
        SealedContact contact = order.contact();
        return contact == null
                ? ""
                : vault.open(order.id(), contact).recipient().phone().masked();
    }
}
