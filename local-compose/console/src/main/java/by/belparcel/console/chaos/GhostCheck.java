package by.belparcel.console.chaos;

import static by.belparcel.console.chaos.Violation.Kind.DOUBLED;
import static by.belparcel.console.chaos.Violation.Kind.LOST;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** I3 and its reverse: no event in a topic that no transaction committed, and every logged event is in its topic. */
final class GhostCheck implements Check {

    private static final String LOGGED =
            "select event_id, topic, type, aggregate_id from eventing.outbox where created_at >= ?::timestamptz";

    @Override
    public List<Violation> violations(Evidence evidence) {
        Set<String> logged = evidence.db().rows("select event_id from eventing.outbox").stream()
                .map(row -> row.text("event_id"))
                .collect(Collectors.toSet());
        long since = Instant.parse(evidence.since()).toEpochMilli();
        List<Violation> found = new ArrayList<>();
        evidence.topics().stream()
                .filter(record -> record.millis() >= since && !logged.contains(record.id()))
                // Positions go to Kafka without the log: they may be lost, so nobody counts them.
                .filter(record -> !record.type().equals("carrier.location.reported"))
                .map(record -> new Violation(DOUBLED, "I3", "ghost event " + record))
                .forEach(found::add);
        Set<String> published = evidence.topics().stream().map(TopicRecord::id).collect(Collectors.toSet());
        evidence.db().rows(LOGGED, evidence.since()).stream()
                .filter(row -> !published.contains(row.text("event_id")))
                .map(row -> new Violation(LOST, "I2", "never published: " + row.values()))
                .forEach(found::add);
        return found;
    }
}
