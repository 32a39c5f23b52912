package by.belparcel.runner.main;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Talks to the admin interface of a running system. */
final class AdminClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final RunFile run;

    AdminClient(RunFile run) {
        this.run = run;
    }

    String status() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request("/status").build());
        if (answer.statusCode() != 200) {
            throw new RunnerException("status: " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    void shutdown() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(
                request("/shutdown").POST(HttpRequest.BodyPublishers.noBody()).build());
        if (answer.statusCode() != 202) {
            throw new RunnerException("shutdown: " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + run.adminPort() + path))
                .timeout(TIMEOUT);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
