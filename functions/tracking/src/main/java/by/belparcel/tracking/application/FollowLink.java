package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@code GET /track/{token}}: what a stranger may see: about a hundred metres, a minute late, nothing old, nothing personal. */
public final class FollowLink implements QueryHandler<FollowLink.SharedView> {

    private static final double ROUNDING = 1000;

    private final ShareLinks links;
    private final ShareLinks.Blur blur;

    public FollowLink(ShareLinks links, ShareLinks.Blur blur) {
        this.links = links;
        this.blur = blur;
    }

    /**
     * @param status public code of the order's state
     * @param next whether the vehicle comes here next
     * @param etaAt when, and only then: until then the trip's arrival is somebody else's
     */
    public record SharedView(
            @Nullable String number,
            String status,
            boolean next,
            @Nullable Instant etaAt,
            @Nullable Double lat,
            @Nullable Double lng,
            @Nullable Instant deviceTime) {}

    @Override
    public Mono<Outcome<SharedView>> handle(QueryContext context) {
        return links.follow(context.tx(), context.parameters().variable("token"), blur)
                .map(seen -> Outcome.ok(view(seen)))
                .switchIfEmpty(Mono.just(Outcome.refused(Rejection.notFound("LINK"))));
    }

    private static SharedView view(ShareLinks.Seen seen) {
        return new SharedView(
                seen.number(),
                seen.state().publicCode(),
                seen.next(),
                seen.etaAt(),
                rounded(seen.lat()),
                rounded(seen.lng()),
                seen.deviceTime());
    }

    private static @Nullable Double rounded(@Nullable Double degrees) {
        return degrees == null ? null : Math.round(degrees * ROUNDING) / ROUNDING;
    }
}
