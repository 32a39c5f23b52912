package by.belparcel.operations.application;

import by.belparcel.operations.application.WorkflowLog.Delivery;
import by.belparcel.operations.application.WorkflowLog.Logged;
import by.belparcel.operations.model.SagaExpectations;
import by.belparcel.operations.model.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws the graph from what the log knows. Pure. */
final class WorkflowGraph {

    static final int MAX_NODES = 500;

    private static final Set<String> SIDE_STREAMS = Set.of("order.status-changed", "pricing.quoted");

    private WorkflowGraph() {}

    /** @param newestFirst one more than {@link #MAX_NODES} when older ones were left out */
    static Workflow draw(
            String type, String id, List<Logged> newestFirst, List<Delivery> deliveries, List<Workflow.Timer> timers) {
        boolean truncated = newestFirst.size() > MAX_NODES;
        List<Logged> events =
                newestFirst.subList(0, Math.min(MAX_NODES, newestFirst.size())).reversed();
        List<Workflow.Node> nodes = new ArrayList<>(commands(events));
        events.forEach(e -> nodes.add(node(e)));
        Map<String, Logged> byId = events.stream().collect(Collectors.toMap(Logged::id, e -> e, (a, b) -> a));
        List<Workflow.Edge> edges = new ArrayList<>();
        List<Workflow.Pending> pending = new ArrayList<>();
        for (Delivery d : deliveries) {
            Logged from = byId.get(d.eventId());
            if (from == null) {
                continue;
            }
            edges.add(edge(from, d, events));
            if (d.status().equals("WAITING") || d.status().equals("RETRYING")) {
                pending.add(new Workflow.Pending(d.consumer(), nodeId(from), from.createdAt(), null));
            }
        }
        List<Workflow.Expected> expected = SagaExpectations.of(
                events.stream().collect(Collectors.groupingBy(e -> shortName(e.type()), Collectors.counting())));
        String state = newestFirst.stream()
                .filter(e -> e.aggregateId().equals(id))
                .map(Logged::newState)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(events.isEmpty() ? null : "CREATED");
        boolean complete = pending.isEmpty() && expected.isEmpty() && !events.isEmpty();
        return new Workflow(
                new Workflow.Subject(type, id, state), nodes, edges, pending, timers, expected, complete, truncated);
    }

    /** Commands are no rows of the log: they are the causes that no event of the log has as its id. */
    private static List<Workflow.Node> commands(List<Logged> events) {
        Set<String> ids = events.stream().map(Logged::id).collect(Collectors.toSet());
        Map<String, Workflow.Node> roots = new LinkedHashMap<>();
        for (Logged e : events) {
            if (!ids.contains(e.causationId())) {
                roots.putIfAbsent(
                        e.causationId(),
                        new Workflow.Node(
                                "cmd-" + e.causationId(),
                                "command",
                                function(e),
                                function(e),
                                e.createdAt(),
                                null,
                                1,
                                null,
                                "",
                                "main"));
            }
        }
        return List.copyOf(roots.values());
    }

    private static Workflow.Node node(Logged e) {
        String name = shortName(e.type());
        String kind = e.publishing().equals("DEAD") ? "dead" : name.startsWith("timer.") ? "timer" : "event";
        return new Workflow.Node(
                nodeId(e),
                kind,
                name,
                function(e),
                e.createdAt(),
                e.publishedAt(),
                e.attempts(),
                e.publishing(),
                e.causationId(),
                SIDE_STREAMS.contains(name) ? "detail" : "main");
    }

    private static Workflow.Edge edge(Logged from, Delivery d, List<Logged> events) {
        String caused = events.stream()
                .filter(e -> e.causationId().equals(from.id()) && function(e).equals(d.consumer()))
                .map(WorkflowGraph::nodeId)
                .findFirst()
                .orElse(null);
        return new Workflow.Edge(
                nodeId(from),
                caused,
                d.consumer(),
                d.status(),
                d.attempts(),
                d.receivedAt(),
                d.processedAt(),
                lag(from.createdAt(), d.processedAt()),
                d.error());
    }

    private static @Nullable Long lag(Instant from, @Nullable Instant to) {
        return to == null ? null : Duration.between(from, to).toMillis();
    }

    private static String nodeId(Logged e) {
        return "evt-" + e.id();
    }

    private static String function(Logged e) {
        return e.source().substring(e.source().lastIndexOf('/') + 1);
    }

    /** {@code by.belparcel.order.created.v1} is {@code order.created}. */
    private static String shortName(String type) {
        String name = type.startsWith("by.belparcel.") ? type.substring("by.belparcel.".length()) : type;
        int major = name.toLowerCase(Locale.ROOT).lastIndexOf(".v");
        return major < 0 ? name : name.substring(0, major);
    }
}
