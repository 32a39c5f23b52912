package by.belparcel.console.chaos;

import java.util.Set;

/**
 * One record of an event topic.
 *
 * @param millis when it was appended
 * @param key Kafka key, the aggregate
 * @param id {@code ce_id}
 * @param type {@code ce_type} without prefix and version
 * @param version {@code ce_sequence}; -1 when it has none
 */
record TopicRecord(
        String topic, int partition, long offset, long millis, String key, String id, String type, long version) {

    private static final Set<String> CARRIED =
            Set.of("batch.picked-up", "batch.delivered-to-pvz", "batch.received-at-hub", "batch.split");

    /**
     * Who counts the versions of this record. Events of one key may come from two contexts, each with its own count: what a
     * carrier does with a batch is told by trips, what a pick-up point finds in it by pickup-points, tracking watches the trips,
     * how full a point is counts apart from its edits, and a timer tells of whatever it was set for.
     */
    String counter() {
        if (type.startsWith("tracking.") || type.startsWith("timer.")) {
            return type.substring(0, type.indexOf('.'));
        }
        if (type.equals("batch.received-by-pvz") || type.startsWith("parcel.") || type.startsWith("pvz.capacity")) {
            return "pickup-points of " + type.substring(0, type.indexOf('.'));
        }
        return CARRIED.contains(type) ? "trips" : "";
    }

    String place() {
        return topic + "/" + partition + "@" + offset;
    }
}
