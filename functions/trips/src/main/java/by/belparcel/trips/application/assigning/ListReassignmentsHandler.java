package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.Page;
import by.belparcel.eventing.handling.QueryContext;
import by.belparcel.eventing.handling.QueryHandler;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.handling.Times;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.AssignmentState;
import by.belparcel.kernel.AssignmentTrigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** {@code GET /trips/reassignments?from&trigger}: who took trips from whom and why, newest first. */
public final class ListReassignmentsHandler implements QueryHandler<Page<ListReassignmentsHandler.Entry>> {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private final Reassignments reassignments;

    public ListReassignmentsHandler(Reassignments reassignments) {
        this.reassignments = reassignments;
    }

    /** One change of hands. */
    public record Entry(
            String assignmentId,
            String tripId,
            String number,
            int attempt,
            AssignmentTrigger trigger,
            String reason,
            @Nullable String fromCarrierId,
            String carrierId,
            AssignmentState state,
            @Nullable String operatorId,
            boolean manualAction,
            Instant assignedAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant endedAt,
            @Nullable String endReason) {}

    @Override
    public Mono<Outcome<Page<Entry>>> handle(QueryContext context) {
        Optional<Rejection> denied = context.denied(Map.of(), "TRIP");
        if (denied.isPresent()) {
            return Mono.just(Outcome.refused(denied.get()));
        }
        List<FieldError> errors = new ArrayList<>();
        RequestParameters given = context.parameters();
        Instant from = from(given, errors);
        AssignmentTrigger trigger = trigger(given, errors);
        int limit = limit(given, errors);
        if (!errors.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.invalid(errors)));
        }
        String name = "reassignments|" + from + "|" + trigger;
        Optional<String> cursor = given.query("cursor");
        Optional<List<String>> after = cursor.flatMap(text -> context.cursors().read(name, text));
        if (cursor.isPresent() && after.isEmpty()) {
            return Mono.just(Outcome.refused(Rejection.of(
                    Rejection.Kind.INVALID, "CURSOR_MISMATCH", "The cursor does not belong to this list.")));
        }
        Reassignments.Filter filter = new Reassignments.Filter(
                from,
                trigger,
                after.map(List::getFirst).map(Instant::parse).orElse(null),
                after.map(List::getLast).orElse(null),
                limit);
        return reassignments.page(context.tx(), filter).map(rows -> Outcome.ok(page(context, name, rows, limit)));
    }

    private static Page<Entry> page(QueryContext context, String name, List<Reassignments.Entry> rows, int limit) {
        List<Reassignments.Entry> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit
                ? context.cursors()
                        .issue(
                                name,
                                List.of(
                                        shown.getLast().assignment().offeredAt().toString(),
                                        shown.getLast().assignment().id()))
                : null;
        return new Page<>(shown.stream().map(ListReassignmentsHandler::entry).toList(), next);
    }

    private static Entry entry(Reassignments.Entry row) {
        AssignmentRecord a = row.assignment();
        return new Entry(
                a.id(),
                a.tripId(),
                row.number(),
                a.attempt(),
                a.trigger(),
                a.reason(),
                a.fromCarrierId(),
                a.carrierId(),
                a.state(),
                a.operatorId(),
                a.operatorId() != null,
                a.offeredAt(),
                a.confirmedAt(),
                a.endedAt(),
                a.endReason());
    }

    private static @Nullable Instant from(RequestParameters given, List<FieldError> errors) {
        String text = given.query("from").orElse(null);
        Instant from = text == null ? null : Times.parse(text).orElse(null);
        if (text != null && from == null) {
            errors.add(FieldError.of("/from", "TIME", "must be an RFC 3339 time with an offset"));
        }
        return from;
    }

    private static @Nullable AssignmentTrigger trigger(RequestParameters given, List<FieldError> errors) {
        String text = given.query("trigger").orElse(null);
        AssignmentTrigger trigger = Arrays.stream(AssignmentTrigger.values())
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElse(null);
        if (text != null && trigger == null) {
            errors.add(new FieldError(
                    "/trigger",
                    "ENUM",
                    "must be one of the allowed values",
                    List.of(AssignmentTrigger.values()),
                    text));
        }
        return trigger;
    }

    private static int limit(RequestParameters given, List<FieldError> errors) {
        String text = given.query("limit").orElse(Integer.toString(DEFAULT_LIMIT));
        int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            errors.add(new FieldError("/limit", "RANGE", "must be from 1 to 100", "1..100", text));
        }
        return limit;
    }
}
