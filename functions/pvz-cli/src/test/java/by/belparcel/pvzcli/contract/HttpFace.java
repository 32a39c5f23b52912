package by.belparcel.pvzcli.contract;

import by.belparcel.eventing.envelope.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** HTTP with JSON, as a terminal that never heard of gRPC. */
final class HttpFace implements Face {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    HttpFace(int port) {
        this.port = port;
    }

    @Override
    public Outcome perform(Verb verb, Map<String, String> values, String token) {
        Map<String, Object> fields = Messages.json(Messages.request(verb, values));
        String method = verb.http.substring(0, verb.http.indexOf(' '));
        String path = verb.http.substring(verb.http.indexOf(' ') + 1);
        for (String name : Set.copyOf(fields.keySet())) {
            if (path.contains("{" + name + "}")) {
                path = path.replace("{" + name + "}", encoded(fields.remove(name)));
            }
        }
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        String address = "http://127.0.0.1:" + port + path;
        if (method.equals("GET")) {
            String query = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
            request.uri(URI.create(address + "?" + query)).GET();
        } else {
            request.uri(URI.create(address))
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            HttpRequest.BodyPublishers.ofString(Json.mapper().writeValueAsString(fields)));
        }
        return outcome(request.build());
    }

    @Override
    public String status(Expected expected) {
        return Codes.http(expected.code());
    }

    private Outcome outcome(HttpRequest request) {
        HttpResponse<String> response;
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        JsonNode body = Json.mapper().readTree(response.body());
        String status = Integer.toString(response.statusCode());
        if (response.statusCode() < 300) {
            return Outcome.ok(body, status);
        }
        Set<String> fields = new TreeSet<>();
        body.path("errors")
                .forEach(error -> fields.add(error.path("pointer").asString().replaceFirst("^/(?:query/|path/)?", "")));
        return Outcome.refused(body.path("code").asString(), fields, status);
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
