package by.belparcel.console.chaos;

/**
 * One record of an event topic.
 *
 * @param millis when it was appended
 * @param key Kafka key, the aggregate
 * @param id {@code ce_id}
 * @param version {@code ce_sequence}; -1 when it has none
 */
record TopicRecord(String topic, int partition, long offset, long millis, String key, String id, long version) {

    String place() {
        return topic + "/" + partition + "@" + offset;
    }
}
