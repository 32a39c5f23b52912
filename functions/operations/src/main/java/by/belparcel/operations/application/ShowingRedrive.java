package by.belparcel.operations.application;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import reactor.core.publisher.Mono;

/** How far a redrive is, looked up in the inboxes of its consumers at this moment. */
public final class ShowingRedrive implements QueryHandler<RedriveView> {

    private final Redrives redrives;

    public ShowingRedrive(Redrives redrives) {
        this.redrives = redrives;
    }

    @Override
    public Mono<Outcome<RedriveView>> handle(QueryContext context) {
        String id = context.parameters().variable("id");
        Mono<Outcome<RedriveView>> found = PathId.read(id).isPresent()
                ? redrives.progress(context.tx(), id).map(p -> Outcome.ok(RedriveView.of(p)))
                : Mono.empty();
        return found.defaultIfEmpty(Outcome.refused(Rejection.notFound("REDRIVE")));
    }
}
