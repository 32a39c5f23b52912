package by.belparcel.operations.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.operations.application.WorkflowLog.Logged;
import by.belparcel.operations.model.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The workflow of an order, or of everything that one command caused. */
public final class ShowingWorkflow implements QueryHandler<Workflow> {

    private final WorkflowLog log;

    public ShowingWorkflow(WorkflowLog log) {
        this.log = log;
    }

    @Override
    public Mono<Outcome<Workflow>> handle(QueryContext context) {
        int limit = WorkflowGraph.MAX_NODES + 1;
        String order = context.parameters().path().get("id");
        if (order != null) {
            return log.events(context.tx(), order, limit).flatMap(events -> answer("order", order, events, context));
        }
        Optional<String> correlation = context.parameters().query("correlation_id");
        if (correlation.isEmpty()) {
            return Mono.just(
                    Outcome.refused(Rejection.invalid(FieldError.of("/correlation_id", "REQUIRED", "is required"))));
        }
        return log.eventsOf(context.tx(), correlation.get(), limit)
                .flatMap(events -> answer("correlation", correlation.get(), events, context));
    }

    private Mono<Outcome<Workflow>> answer(String type, String id, List<Logged> events, QueryContext context) {
        Optional<Rejection> denied = context.denied(facts(events), "ORDER");
        if (events.isEmpty() || denied.isPresent()) {
            return Mono.just(Outcome.refused(denied.orElse(Rejection.notFound("ORDER"))));
        }
        List<String> subjects =
                events.stream().map(Logged::aggregateId).distinct().toList();
        return log.deliveries(context.tx(), events)
                .zipWith(Mono.defer(() -> log.timers(context.tx(), subjects)))
                .map(known -> Outcome.ok(WorkflowGraph.draw(type, id, events, known.getT1(), known.getT2())));
    }

    /** A correlation id may be chosen by a caller: what several shops share is no single shop's to see. */
    private static Map<String, String> facts(List<Logged> events) {
        List<String> shops = events.stream()
                .map(Logged::shopId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return shops.size() == 1 ? Map.of("shop_id", shops.getFirst()) : Map.of();
    }
}
