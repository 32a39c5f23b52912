package by.belparcel.console.bench;

import by.belparcel.console.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the runner says of itself. */
public final class Status {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningSystem system;
    private final HttpClient http = HttpClient.newHttpClient();

    public Status(RunningSystem system) {
        this.system = system;
    }

    public JsonNode read() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(system.admin("/status"))).build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** Process ids of functions that are alive now. */
    public List<Long> functions() throws IOException, InterruptedException {
        return read().path("processes")
                .valueStream()
                .filter(p -> p.path("kind").asString().equals("function"))
                .map(p -> p.path("pid").asLong())
                .toList();
    }

    /** Waits until no function process is left. */
    public void awaitZero(int seconds) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!functions().isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("functions still run: " + read().path("services"));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
