package by.belparcel.auditlog.application;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The stock of a pick-up point at any moment: {@code GET /reports/pvz-stock}. */
public final class ShowPvzStockHandler implements QueryHandler<PvzReports.Stock> {

    public static final Set<String> PARAMETERS = Set.of("pvz_id", "at");

    private final PvzReports reports;

    public ShowPvzStockHandler(PvzReports reports) {
        this.reports = reports;
    }

    @Override
    public Mono<Outcome<PvzReports.Stock>> handle(QueryContext context) {
        AuditParameters read = new AuditParameters(context.parameters());
        String named = read.target("pvz_id");
        String pvz = named == null ? context.principal().claim("pvz_id") : named;
        Instant at = read.time("at");
        List<FieldError> problems = new ArrayList<>(read.problems());
        if (pvz == null || !PathId.isId(pvz)) {
            problems.add(
                    FieldError.of("/pvz_id", pvz == null ? "REQUIRED" : "UUID", "must be the id of a pick-up point"));
            return Mono.just(Outcome.refused(Rejection.invalid(problems)));
        }
        if (!problems.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(problems)));
        }
        Optional<Rejection> denied = context.denied(Map.of("pvz_id", pvz), "PVZ");
        return denied.isPresent()
                ? Mono.just(Outcome.refused(denied.get()))
                : reports.stock(context.tx(), pvz, at).map(Outcome::ok);
    }
}
