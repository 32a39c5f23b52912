package by.belparcel.console.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** I4 in Kafka: within a topic the first occurrences of a key's events have rising versions, per context that counts them. Repetitions may come at any time. */
final class TopicOrderCheck implements Check {

    @Override
    public List<Violation> violations(Evidence evidence) {
        List<Violation> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<String, TopicRecord> newest = new HashMap<>();
        for (TopicRecord record : evidence.topics()) {
            if (!seen.add(record.topic() + " " + record.id())) {
                continue;
            }
            TopicRecord before = newest.put(record.topic() + " " + record.key() + " " + record.counter(), record);
            if (before != null && (before.version() > record.version() || before.partition() != record.partition())) {
                found.add(new Violation(
                        Violation.Kind.DISORDERED,
                        "I4",
                        "of key " + record.key() + " " + before + " came before " + record));
            }
        }
        return found;
    }
}
