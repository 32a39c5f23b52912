package by.belparcel.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the public API. A command is repeated with its key until the answer is known: that is what the key is for. */
public final class ApiClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(300);

    /** One for all: a simulated fleet has many tokens and one machine. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private final String address;
    private final String token;

    public ApiClient(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** @param body JSON; empty when the status has none */
    public record Answer(int status, JsonNode body) {}

    public Answer get(String path) throws InterruptedException {
        return untilKnown(request(path).GET().build(), () -> true);
    }

    public Answer post(String path, String key, String body) throws InterruptedException {
        return post(path, key, body, () -> true);
    }

    /** @param wanted whether it is still worth trying */
    public Answer post(String path, String key, String body, BooleanSupplier wanted) throws InterruptedException {
        return untilKnown(
                request(path)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build(),
                wanted);
    }

    /** Sends once, without a key: what may be lost, such as a position. Status 0 = no answer. */
    public Answer send(String path, String body) throws InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        try {
            HttpResponse<String> response =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            return new Answer(0, JSON.createObjectNode());
        }
    }

    public Answer put(String path, String body) throws InterruptedException {
        return untilKnown(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build(),
                () -> true);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }

    private Answer untilKnown(HttpRequest request, BooleanSupplier wanted) throws InterruptedException {
        while (true) {
            try {
                HttpResponse<String> response =
                        HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                boolean unknown = response.statusCode() >= 500
                        || response.statusCode() == 429
                        || response.statusCode() == 409 && response.body().contains("IDEMPOTENCY_IN_PROGRESS");
                if (!unknown || !wanted.getAsBoolean()) {
                    return new Answer(response.statusCode(), json(response.body()));
                }
            } catch (IOException e) {
                if (!wanted.getAsBoolean()) {
                    return new Answer(0, JSON.createObjectNode());
                }
            }
            Thread.sleep(PAUSE);
        }
    }

    private static JsonNode json(String body) {
        try {
            return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (tools.jackson.core.JacksonException e) {
            return JSON.createObjectNode().put("text", body);
        }
    }
}
