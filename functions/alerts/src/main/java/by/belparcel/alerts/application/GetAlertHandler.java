package by.belparcel.alerts.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import reactor.core.publisher.Mono;

/** {@code GET /reports/alerts/{id}}. */
public final class GetAlertHandler implements QueryHandler<AlertView> {

    private final Alerts alerts;

    public GetAlertHandler(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public Mono<Outcome<AlertView>> handle(QueryContext context) {
        return AlertMove.id(context.parameters().variable("id"))
                .map(id -> alerts.byId(context.tx(), id))
                .orElseGet(Mono::empty)
                .map(alert -> Outcome.ok(AlertView.of(alert), alert.version()))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("ALERT"))));
    }
}
