package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.CommandContext;
import by.belparcel.eventing.handling.CommandHandler;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.TrackingEvent;
import by.belparcel.kernel.OrderState;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** {@code POST /orders/{id}/share}: a link for at most 48 hours that shows roughly where the parcel is. */
public final class ShareOrder implements CommandHandler<ShareOrder.Wanted, ShareOrder.LinkView> {

    private static final long LONGEST_S = 48 * 3600L;
    private static final long SHORTEST_S = 60;
    static final Set<OrderState> FINAL =
            EnumSet.of(OrderState.ISSUED, OrderState.RETURNED, OrderState.LOST, OrderState.CANCELLED);

    private final ShareLinks links;

    public ShareOrder(ShareLinks links) {
        this.links = links;
    }

    /** @param ttl seconds */
    public record Wanted(long ttl) {

        public static Wanted read(Input body, RequestParameters parameters) {
            return new Wanted(body.integer("ttl_s", SHORTEST_S, LONGEST_S));
        }
    }

    /** @param url path of the public page's data */
    public record LinkView(String linkId, String url, Instant expiresAt) {}

    @Override
    public Mono<Outcome<LinkView>> handle(Wanted wanted, CommandContext context) {
        return links.order(context.tx(), context.parameters().variable("id"))
                .flatMap(order -> refusal(order, context)
                        .map(rejection -> Mono.just(Outcome.<LinkView>refused(rejection)))
                        .orElseGet(() -> share(order, wanted, context)))
                .switchIfEmpty(Mono.just(Outcome.refused(Rejection.notFound("ORDER"))));
    }

    private static Optional<Rejection> refusal(ShareLinks.Shared order, CommandContext context) {
        Map<String, String> facts = order.shopId() == null ? Map.of() : Map.of("shop_id", order.shopId());
        Optional<Rejection> denied = context.denied(facts, "ORDER");
        if (denied.isPresent() || !FINAL.contains(order.state())) {
            return denied;
        }
        List<String> allowed = Arrays.stream(OrderState.values())
                .filter(state -> !FINAL.contains(state))
                .map(OrderState::name)
                .toList();
        return Optional.of(Rejection.invalidState(order.state().name(), allowed));
    }

    private Mono<Outcome<LinkView>> share(ShareLinks.Shared order, Wanted wanted, CommandContext context) {
        String linkId = context.newId();
        Instant expiresAt = context.now().plusSeconds(wanted.ttl());
        return links.issue(
                        context.tx(),
                        new ShareLinks.NewLink(
                                linkId, order.orderId(), context.principal().actor(), expiresAt))
                .map(token -> {
                    context.emit(new TrackingEvent.LinkShared(order.orderId(), linkId, expiresAt, context.now()), 0);
                    String url = "/track/" + token;
                    return Outcome.created(new LinkView(linkId, url, expiresAt), url, 0);
                });
    }
}
