package by.belparcel.tracking.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.OrderState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Links by which somebody without an account follows an order. */
public interface ShareLinks {

    /** Empty when there is no such order. */
    Mono<Shared> order(Transaction tx, String orderId);

    /** @return the token, which is nowhere else */
    Mono<String> issue(Transaction tx, NewLink link);

    /** Empty when the order has no such link; false when it was revoked before. */
    Mono<Boolean> revoke(Transaction tx, String orderId, String linkId);

    /** What a token shows; empty when it is unknown, expired or revoked. */
    Mono<Seen> follow(Transaction tx, String token, Blur blur);

    /** @param shopId absent as long as the order's creation is not heard of */
    record Shared(String orderId, @Nullable String shopId, OrderState state) {}

    record NewLink(String linkId, String orderId, String createdBy, Instant expiresAt) {}

    /** @param delay how old a position must be, unless the parcel's own stop is the next @param hidden how old it may be */
    record Blur(Duration delay, Duration hidden) {}

    /** @param next whether the parcel's own stop is the next one; without that no arrival; positions absent when they are too old or not on the road */
    record Seen(
            @Nullable String number,
            OrderState state,
            boolean next,
            @Nullable Instant etaAt,
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable Instant deviceTime) {}
}
