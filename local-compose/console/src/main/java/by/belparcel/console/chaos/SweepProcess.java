package by.belparcel.console.chaos;

import by.belparcel.console.AppProcess;
import by.belparcel.console.DemoPlaces;
import by.belparcel.eventing.edge.security.JwtTokens;
import by.belparcel.eventing.edge.security.SigningKeys;
import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.handling.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A function process of the packaged application, with or without a crash point. */
final class SweepProcess implements AutoCloseable {

    static final int HALTED = 137;

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final long READY_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final String SECRET = UUID.randomUUID() + "-" + UUID.randomUUID();
    private static final String TOKEN = token();

    private final Process process;
    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SweepProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** @param point empty for a process that is not to crash */
    static SweepProcess start(String point, String functions, String dsn, String brokers)
            throws IOException, InterruptedException {
        int port = AppProcess.freePort();
        List<String> arguments =
                point.isEmpty() ? List.of("@java.args") : List.of("-Dbelchaos.halt=" + point + ":1", "@java.args");
        ProcessBuilder builder = AppProcess.builder(arguments, port, functions, dsn, brokers);
        builder.environment().put("AUTH_HS256SECRET", SECRET);
        SweepProcess started = new SweepProcess(builder.start(), "http://127.0.0.1:" + port);
        started.awaitReady();
        return started;
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + READY_NANOS;
        HttpRequest ready = HttpRequest.newBuilder(URI.create(address + "/readyz"))
                .timeout(TIMEOUT)
                .build();
        while (send(ready).status() != 200) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                process.destroyForcibly();
                throw new IllegalStateException("the application did not become ready");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    Answer command(String path, String key, String body) throws InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Answer event(String function, Db.Row row) throws InterruptedException {
        return send(Redelivery.request(address + "/events/" + Redelivery.kebab(function), row));
    }

    Answer tick(String function) throws InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + "/events/" + Redelivery.kebab(function)))
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private Answer send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean replayed =
                    response.headers().firstValue("Idempotency-Replayed").isPresent();
            return new Answer(response.statusCode(), response.body(), replayed);
        } catch (IOException silence) {
            return Answer.NONE;
        }
    }

    /** Whether it died at its crash point; a process that lives on is a crash point that was not reached. */
    boolean halted() throws InterruptedException {
        return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == HALTED;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " does not end");
        }
        http.close();
    }

    private static String token() {
        Settings settings = new Settings(Map.of("AUTH_HS256SECRET", SECRET));
        Principal shop = new Principal("sweep", Set.of("shop"), Map.of("shop_id", List.of(DemoPlaces.SHOP)), null);
        return new JwtTokens(SigningKeys.from(settings), settings, new Ids(), Clock.systemUTC(), reason -> {})
                .issue(Tokens.Kind.ACCESS, shop, Duration.ofMinutes(30))
                .token();
    }
}
