package by.belparcel.operations;

import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.envelope.EventMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Events as the dead-letter sink hands them over. */
public final class DeadEvents {

    public static final String CONSUMER = "voidOrRefundPaymentOnOrderCancelled";
    public static final String TYPE = "by.belparcel.order.cancelled.v1";

    private DeadEvents() {}

    public static EventEnvelope cancelled(String key, long sequence, String redriveId) {
        return envelope(UUID.randomUUID().toString(), key, sequence, redriveId);
    }

    public static EventEnvelope envelope(String id, String key, long sequence, String redriveId) {
        Map<String, String> extensions = new HashMap<>(Map.of(
                "knativeerrordest",
                "http://payments-events.belparcel.svc.cluster.local/events/void-or-refund-payment-on-order-cancelled",
                "knativeerrorcode",
                "503",
                "knativeerrordata",
                base64("{\"code\":\"DEPENDENCY_UNAVAILABLE\",\"detail\":\"the database is away\"}"),
                "knativekafkapartition",
                "3",
                "knativekafkaoffset",
                "17"));
        if (!redriveId.isEmpty()) {
            extensions.put("redriveid", redriveId);
        }
        String data = "{\"order_id\":\"" + key
                + "\",\"reason\":\"SHOP\",\"by\":\"shop:1\",\"was_state\":\"CREATED\",\"at\":\"2026-11-20T08:00:00Z\"}";
        return new EventEnvelope(
                new EventMetadata(
                        id,
                        "/belparcel/cancelOrder",
                        TYPE,
                        key,
                        Instant.parse("2026-11-20T08:00:00Z"),
                        key,
                        sequence,
                        "correlation-" + key,
                        "cause",
                        null,
                        null,
                        "shop:1",
                        false,
                        null,
                        extensions),
                data.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
