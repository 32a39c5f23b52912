package by.belparcel.auditlog.application;

import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds out whether anybody changed the trail: {@code GET /reports/audit/verification}, all chains or one. */
public final class VerifyAuditHandler implements QueryHandler<VerifyAuditHandler.Verification> {

    public static final Set<String> PARAMETERS = Set.of("chain");

    private static final int ALL = -1;
    private static final int HIGHEST = Short.MAX_VALUE;

    private final AuditQueries queries;

    public VerifyAuditHandler(AuditQueries queries) {
        this.queries = queries;
    }

    /** @param intact whether every record is as it was written and none is missing */
    public record Verification(boolean intact, int chains, long records, List<AuditQueries.Fault> faults) {

        static Verification of(List<AuditQueries.ChainCheck> checks) {
            List<AuditQueries.Fault> faults =
                    checks.stream().flatMap(check -> check.faults().stream()).toList();
            long records =
                    checks.stream().mapToLong(AuditQueries.ChainCheck::records).sum();
            return new Verification(faults.isEmpty(), checks.size(), records, faults);
        }
    }

    @Override
    public Mono<Outcome<Verification>> handle(QueryContext context) {
        AuditParameters read = new AuditParameters(context.parameters());
        int chain = context.parameters().query("chain").isPresent() ? read.number("chain", 0, HIGHEST, 0) : ALL;
        if (!read.problems().isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(read.problems())));
        }
        Flux<Integer> chains = queries.chains(context.tx());
        return chains.collectList()
                .flatMapMany(Flux::fromIterable)
                .filter(no -> chain == ALL || no == chain)
                .concatMap(no -> queries.check(context.tx(), no))
                .collectList()
                .map(checks -> Outcome.ok(Verification.of(checks)));
    }
}
