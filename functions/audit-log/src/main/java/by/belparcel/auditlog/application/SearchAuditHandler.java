package by.belparcel.auditlog.application;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Who did what to what and when: {@code GET /reports/audit}, newest first. */
public final class SearchAuditHandler implements QueryHandler<Page<AuditView>> {

    public static final Set<String> PARAMETERS = Set.of("actor", "target", "from", "to", "kind", "limit", "cursor");

    private final AuditQueries queries;
    private final List<String> kinds;

    /** @param kinds of facts that are remembered */
    public SearchAuditHandler(AuditQueries queries, Collection<String> kinds) {
        this.queries = queries;
        this.kinds = AuditFilter.kinds(kinds);
    }

    @Override
    public Mono<Outcome<Page<AuditView>>> handle(QueryContext context) {
        AuditParameters read = new AuditParameters(context.parameters());
        String actor = read.name("actor");
        String target = read.target("target");
        Instant from = read.time("from");
        Instant to = read.time("to");
        String kind = read.oneOf("kind", kinds);
        int limit = read.limit();
        read.inOrder(from, to, from == null || to == null || !to.isBefore(from));
        if (!read.problems().isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(read.problems())));
        }
        String list = "audit|" + actor + '|' + target + '|' + from + '|' + to + '|' + kind;
        Optional<String> cursor = context.parameters().query("cursor");
        Optional<AuditFilter.Position> after =
                cursor.flatMap(text -> context.cursors().read(list, text)).map(AuditFilter.Position::of);
        if (cursor.isPresent() && after.isEmpty()) {
            return Mono.just(Outcome.refused(
                    Rejection.of(Rejection.Kind.INVALID, "CURSOR_MISMATCH", "The cursor belongs to another list.")));
        }
        AuditFilter filter = new AuditFilter(actor, target, from, to, kind, after.orElse(null), limit);
        return queries.page(context.tx(), filter).map(found -> Outcome.ok(page(found, limit, list, context)));
    }

    private static Page<AuditView> page(List<AuditView> found, int limit, String list, QueryContext context) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<AuditView> shown = found.subList(0, limit);
        return new Page<>(
                shown, context.cursors().issue(list, shown.getLast().position().text()));
    }
}
