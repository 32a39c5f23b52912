package by.belparcel.console.counter;

import by.belparcel.console.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The worker of one pick-up point, over the pick-up point's API. */
final class Counter {

    /** The cash register prints one for everybody who still has to pay. */
    private static final String RECEIPT = "R-";

    private static final Duration BRIEF_STORAGE = Duration.ofSeconds(3);

    private final ApiClient api;
    private final Consumer<String> trouble;
    private final Map<String, String> clients = new ConcurrentHashMap<>();

    Counter(ApiClient api, Consumer<String> trouble) {
        this.api = api;
        this.trouble = trouble;
    }

    /** Accepts every parcel of a batch; what nobody will come for may stay for some seconds only. */
    boolean receive(String batch, List<String> orders, Function<String, Fate> fates) throws InterruptedException {
        String brief =
                Instant.now().plus(BRIEF_STORAGE).truncatedTo(ChronoUnit.MILLIS).toString();
        String accepted = orders.stream()
                .map(order -> fates.apply(order) == Fate.UNCLAIMED
                        ? "{\"order_id\": \"" + order + "\", \"storage_until\": \"" + brief + "\"}"
                        : "{\"order_id\": \"" + order + "\"}")
                .collect(Collectors.joining(","));
        JsonNode received = send("/pvz/v1/batches/" + batch + ":receive", "{\"accepted\": [" + accepted + "]}");
        if (received != null) {
            for (JsonNode parcel : received.path("accepted")) {
                clients.put(
                        parcel.path("order_id").asString(),
                        parcel.path("user_id").asString());
            }
        }
        return received != null;
    }

    /** Checks the code and hands the parcel over. */
    boolean issue(String order, String code) throws InterruptedException {
        JsonNode verified =
                send("/pvz/v1/pickup/verify", "{\"order_id\": \"" + order + "\", \"code\": \"" + code + "\"}");
        return verified != null
                && process(
                        order,
                        "\"action\": \"ISSUE\", \"receipt\": \"" + RECEIPT + order.substring(order.length() - 8)
                                + "\", \"verification_ids\": [\""
                                + verified.path("verification_id").asString() + "\"]");
    }

    /** Takes the parcel back from its client. */
    boolean takeBack(String order) throws InterruptedException {
        return process(
                order,
                "\"action\": \"RETURN\", \"reason\": \"too small\", \"user_id\": \"" + clients.get(order) + "\"");
    }

    boolean handToCourier(String order) throws InterruptedException {
        return send("/pvz/v1/orders/" + order + ":return-to-courier", "{\"courier_ref\": \"demo\"}") != null;
    }

    private boolean process(String order, String what) throws InterruptedException {
        JsonNode answer = send("/pvz/v1/orders:process", "{\"order_ids\": [\"" + order + "\"], " + what + "}");
        if (answer == null || answer.path("errors").isEmpty()) {
            return answer != null;
        }
        trouble.accept("the counter: " + answer.path("errors"));
        return false;
    }

    /** The body of a good answer, otherwise null; what the worker is told is kept. */
    private @Nullable JsonNode send(String path, String body) throws InterruptedException {
        ApiClient.Answer answer = api.post(path, UUID.randomUUID().toString(), body);
        if (answer.status() < 300) {
            return answer.body();
        }
        trouble.accept("the counter: " + path + " answered " + answer.status() + " " + answer.body());
        return null;
    }
}
