package by.belparcel.apidocs.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Content;
import by.belparcel.eventing.outcome.Outcome;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Sends a browser on, so that the relative names of a page are right. */
public final class Redirect implements QueryHandler<Content> {

    private static final int PERMANENT = 308;

    private final String to;

    public Redirect(String to) {
        this.to = to;
    }

    @Override
    public Mono<Outcome<Content>> handle(QueryContext context) {
        Content nothing = new Content("text/plain", new byte[0], Map.of("Cache-Control", "public, max-age=3600"));
        return Mono.just(new Outcome.Success<>(PERMANENT, nothing, to, 0));
    }
}
