package by.belparcel.runner.eventing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Events for tests. */
final class Events {

    private Events() {}

    static Event placed(String id) {
        return event(id, "order.placed", Map.of("partitionkey", "k-" + id), "{\"n\":1}");
    }

    static Event event(String id, String type, Map<String, String> more, String data) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", id);
        attributes.put("source", "/shop");
        attributes.put("type", type);
        attributes.put("datacontenttype", "application/json");
        attributes.putAll(more);
        return new Event(attributes, data.getBytes(StandardCharsets.UTF_8));
    }
}
