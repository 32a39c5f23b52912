package by.belparcel.routing.distance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gets one answer of an OSRM server: capped, in time, JSON, and what it says of itself is {@code Ok}. */
final class OsrmClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpClient http;
    private final OsrmSettings settings;

    OsrmClient(HttpClient http, OsrmSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** @param path begins with the service */
    Mono<JsonNode> get(String path, Duration deadline) {
        String base = settings.base().toString();
        URI uri = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Accept", "application/json")
                .timeout(deadline)
                .build();
        return Mono.fromFuture(() ->
                        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), settings.maxBytes())))
                .onErrorMap(CompletionException.class, e -> e.getCause() == null ? e : e.getCause())
                .map(OsrmClient::read)
                .retryWhen(Retry.max(settings.retries())
                        .filter(e -> e instanceof IOException || e instanceof ProviderException.Busy)
                        .onRetryExhaustedThrow((retry, last) -> last.failure()));
    }

    private static JsonNode read(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS) {
            throw new ProviderException.Busy("the provider answers " + status);
        }
        JsonNode root;
        try {
            root = JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new ProviderException("the answer is not JSON", e);
        }
        String code = root.path("code").asString("");
        if (code.equals("NoRoute") || code.equals("NoSegment")) {
            throw new NoRouteException(code);
        }
        if (!code.equals("Ok") || status != 200) {
            throw new ProviderException("the provider answers " + status + " " + printable(code));
        }
        return root;
    }

    private static String printable(String code) {
        return code.substring(0, Math.min(code.length(), 40)).replaceAll("[^A-Za-z0-9]", "?");
    }
}
