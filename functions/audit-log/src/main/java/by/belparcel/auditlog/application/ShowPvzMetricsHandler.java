package by.belparcel.auditlog.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.time.LocalDate;
import java.util.Set;
import reactor.core.publisher.Mono;

/** What was accepted, issued, returned and overdue in each region: {@code GET /reports/pvz-metrics}. */
public final class ShowPvzMetricsHandler implements QueryHandler<PvzReports.Metrics> {

    public static final Set<String> PARAMETERS = Set.of("from", "to");

    private final PvzReports reports;

    public ShowPvzMetricsHandler(PvzReports reports) {
        this.reports = reports;
    }

    @Override
    public Mono<Outcome<PvzReports.Metrics>> handle(QueryContext context) {
        AuditParameters read = new AuditParameters(context.parameters());
        LocalDate from = read.date("from");
        LocalDate to = read.date("to");
        read.inOrder(from, to, from == null || to == null || !to.isBefore(from));
        return read.problems().isEmpty()
                ? reports.metrics(context.tx(), from, to).map(Outcome::ok)
                : Mono.just(Outcome.refused(Rejection.invalid(read.problems())));
    }
}
