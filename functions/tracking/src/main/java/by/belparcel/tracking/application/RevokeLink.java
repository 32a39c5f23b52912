package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.TrackingEvent;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** {@code DELETE /orders/{id}/share/{link_id}}: the link shows nothing any more; twice is as once. */
public final class RevokeLink implements CommandHandler<RevokeLink.Wanted, String> {

    private final ShareLinks links;

    public RevokeLink(ShareLinks links) {
        this.links = links;
    }

    /** The path says it all. */
    public record Wanted() {

        public static Wanted read(Input body, RequestParameters parameters) {
            return new Wanted();
        }
    }

    @Override
    public Mono<Outcome<String>> handle(Wanted wanted, CommandContext context) {
        String orderId = context.parameters().variable("id");
        return links.order(context.tx(), orderId)
                .flatMap(order -> denied(order, context)
                        .map(rejection -> Mono.just(Outcome.<String>refused(rejection)))
                        .orElseGet(() -> revoke(orderId, context)))
                .switchIfEmpty(Mono.just(Outcome.refused(Rejection.notFound("ORDER"))));
    }

    private static Optional<Rejection> denied(ShareLinks.Shared order, CommandContext context) {
        return context.denied(order.shopId() == null ? Map.of() : Map.of("shop_id", order.shopId()), "ORDER");
    }

    private Mono<Outcome<String>> revoke(String orderId, CommandContext context) {
        String linkId = context.parameters().variable("link_id");
        return links.revoke(context.tx(), orderId, linkId)
                .map(revoked -> {
                    if (revoked) {
                        context.emit(new TrackingEvent.LinkRevoked(orderId, linkId, context.now()), 0);
                    }
                    return Outcome.<String>noContent();
                })
                .switchIfEmpty(Mono.just(Outcome.refused(Rejection.notFound("LINK"))));
    }
}
