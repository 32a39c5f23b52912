package by.belparcel.operations.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one subject, as a graph: commands and events, who consumed them and when (domain operations section 1).
 *
 * @param complete whether nothing is pending
 * @param truncated whether older nodes than the newest 500 were left out
 */
public record Workflow(
        Subject subject,
        List<Node> nodes,
        List<Edge> edges,
        List<Pending> pending,
        List<Timer> timers,
        List<Expected> expected,
        boolean complete,
        boolean truncated) {

    public record Subject(String type, String id, @Nullable String state) {}

    /** @param outbox WAITING, PUBLISHED, PARKED or DEAD; absent for commands */
    public record Node(
            String id,
            String kind,
            String type,
            String function,
            Instant occurredAt,
            @Nullable Instant publishedAt,
            int attempts,
            @Nullable String outbox,
            String cause,
            String importance) {}

    /** An event on its way to one consumer. @param to the consumer's first event that it caused, absent when it caused none */
    public record Edge(
            String from,
            @Nullable String to,
            String consumer,
            String inbox,
            int attempts,
            @Nullable Instant receivedAt,
            @Nullable Instant processedAt,
            @Nullable Long lagMs,
            @Nullable String error) {}

    public record Pending(
            String consumer,
            String event,
            Instant since,
            @Nullable Instant nextAttemptAt) {}

    public record Timer(String kind, Instant dueAt, String status) {}

    /** @param slaS seconds within which it usually comes */
    public record Expected(String type, int slaS) {}
}
