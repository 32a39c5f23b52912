package by.belparcel.auditlog;

import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;
import static by.belparcel.eventing.handling.FunctionSpec.tick;

import by.belparcel.auditlog.adapter.SqlAuditQueries;
import by.belparcel.auditlog.adapter.SqlAuditTrail;
import by.belparcel.auditlog.adapter.SqlPoints;
import by.belparcel.auditlog.adapter.SqlPvzReports;
import by.belparcel.auditlog.application.PlacePointOnReferenceUpdated;
import by.belparcel.auditlog.application.RollAuditMonths;
import by.belparcel.auditlog.application.SearchAuditHandler;
import by.belparcel.auditlog.application.ShowPvzMetricsHandler;
import by.belparcel.auditlog.application.ShowPvzStockHandler;
import by.belparcel.auditlog.application.VerifyAuditHandler;
import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.events.PlatformEvent;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Routes and handlers of the audit log. */
public final class AuditLogFunctions implements FunctionModule {

    /** Three years (domain pickup-points.md section 4). */
    private static final Duration KEPT = Duration.ofDays(3 * 366);

    @Override
    public String name() {
        return "audit-log";
    }

    @Override
    public List<FunctionSpec> functions() {
        return Stream.concat(AuditedFacts.functions(), others()).toList();
    }

    private static Stream<FunctionSpec> others() {
        return Stream.of(
                on(
                        "placePointOnReferenceUpdated",
                        PlatformEvent.ReferenceUpdated.TYPE,
                        s -> new PlacePointOnReferenceUpdated(new SqlPoints())),
                tick(
                        "rollAuditMonths",
                        "nightly",
                        s -> new RollAuditMonths(
                                s.database(),
                                new SqlAuditTrail(),
                                s.settings().duration("belparcel.audit.retention", KEPT))),
                query(
                        "searchAudit",
                        "/reports/audit",
                        "audit.read",
                        SearchAuditHandler.PARAMETERS,
                        s -> new SearchAuditHandler(new SqlAuditQueries(), AuditedFacts.kinds())),
                query(
                        "verifyAudit",
                        "/reports/audit/verification",
                        "audit.verify",
                        VerifyAuditHandler.PARAMETERS,
                        s -> new VerifyAuditHandler(new SqlAuditQueries())),
                query(
                        "showPvzStock",
                        "/reports/pvz-stock",
                        "pvz-stock.read",
                        ShowPvzStockHandler.PARAMETERS,
                        s -> new ShowPvzStockHandler(new SqlPvzReports())),
                query(
                        "showPvzMetrics",
                        "/reports/pvz-metrics",
                        "pvz-metrics.read",
                        ShowPvzMetricsHandler.PARAMETERS,
                        s -> new ShowPvzMetricsHandler(new SqlPvzReports())));
    }
}
