package by.belparcel.console.chaos;

import by.belparcel.console.DemoPlaces;
import by.belparcel.console.LocalTokens;
import by.belparcel.console.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One caller of the public API. Bodies stay texts, because a replay has to give the same bytes. */
final class Api {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String address;
    private final String token;

    private Api(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** A user of the demonstration's shop. */
    static Api shop(RunningSystem system, String subject) {
        return as(system, "shop", subject, Map.of("shop_id", List.of(DemoPlaces.SHOP)));
    }

    static Api as(RunningSystem system, String role, String subject, Map<String, List<String>> claims) {
        return new Api(system.address(), new LocalTokens(system).issue(role, subject, claims));
    }

    /** One attempt; silence is an answer too. */
    Answer once(String method, String path, String key, String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        try {
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            boolean replayed =
                    response.headers().firstValue("Idempotency-Replayed").isPresent();
            return new Answer(response.statusCode(), response.body(), replayed);
        } catch (IOException silence) {
            return Answer.NONE;
        }
    }

    /** The same key again and again until the answer is known or the time is up. */
    Answer untilKnown(String method, String path, String key, String body, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Answer answer = once(method, path, key, body);
        while (!answer.known() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            answer = once(method, path, key, body);
        }
        return answer;
    }
}
