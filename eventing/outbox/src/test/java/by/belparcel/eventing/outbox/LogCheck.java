package by.belparcel.eventing.outbox;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Invariants I2, I3 and I4 over log and topic.
 *
 * @param events committed events
 * @param lost events without a record
 * @param ghosts records without an event
 * @param doubled records beyond the first of their event
 * @param disordered first occurrences that come after a higher version of their key
 */
record LogCheck(long events, long lost, long ghosts, long doubled, long disordered) {

    static LogCheck of(OutboxBed bed) throws SQLException {
        String ids = bed.text("select event_id from eventing.outbox");
        Set<String> events = ids.isEmpty() ? Set.of() : Set.of(ids.split("\n", -1));
        List<Published> records = bed.published();
        Set<String> seen = new HashSet<>();
        Map<String, Long> highest = new HashMap<>();
        long ghosts = 0;
        long disordered = 0;
        for (Published each : records) {
            if (!seen.add(each.id())) {
                continue;
            }
            if (!events.contains(each.id())) {
                ghosts++;
            }
            Long before = highest.put(each.key(), Math.max(each.version(), highest.getOrDefault(each.key(), 0L)));
            if (before != null && before > each.version()) {
                disordered++;
            }
        }
        long lost = events.stream().filter(id -> !seen.contains(id)).count();
        return new LogCheck(events.size(), lost, ghosts, records.size() - seen.size(), disordered);
    }
}
