package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Alert;
import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.AlertKind;
import by.belparcel.kernel.AlertSeverity;
import by.belparcel.kernel.AlertState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** {@code GET /reports/alerts}, newest first. */
public final class ListAlertsHandler implements QueryHandler<Page<AlertView>> {

    public static final Set<String> PARAMETERS = Set.of("state", "kind", "severity", "subject", "limit", "cursor");

    private final Alerts alerts;

    public ListAlertsHandler(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public Mono<Outcome<Page<AlertView>>> handle(QueryContext context) {
        AlertParameters read = new AlertParameters(context.parameters());
        AlertState state = read.oneOf("state", AlertState.class);
        AlertKind kind = read.oneOf("kind", AlertKind.class);
        AlertSeverity severity = read.oneOf("severity", AlertSeverity.class);
        String subject = read.subject();
        int limit = read.limit();
        if (!read.problems().isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(read.problems())));
        }
        String list = "alerts|" + state + '|' + kind + '|' + severity + '|' + subject;
        Optional<String> cursor = context.parameters().query("cursor");
        Optional<List<String>> position =
                cursor.flatMap(text -> context.cursors().read(list, text));
        if (cursor.isPresent() && position.isEmpty()) {
            return Mono.just(Outcome.refused(
                    Rejection.of(Rejection.Kind.INVALID, "CURSOR_MISMATCH", "The cursor belongs to another list.")));
        }
        AlertFilter filter = new AlertFilter(
                state,
                kind,
                severity,
                subject,
                position.map(p -> Instant.parse(p.getFirst())).orElse(null),
                position.map(List::getLast).orElse(null),
                limit);
        return alerts.page(context.tx(), filter).map(found -> Outcome.ok(page(found, limit, list, context)));
    }

    private static Page<AlertView> page(List<Alert> found, int limit, String list, QueryContext context) {
        List<AlertView> shown = found.stream().limit(limit).map(AlertView::of).toList();
        if (found.size() <= limit) {
            return new Page<>(shown, null);
        }
        AlertView last = shown.getLast();
        return new Page<>(
                shown, context.cursors().issue(list, List.of(last.openedAt().toString(), last.id())));
    }
}
