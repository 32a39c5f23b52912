package by.belparcel.console;

import by.belparcel.eventing.edge.security.JwtTokens;
import by.belparcel.eventing.edge.security.SigningKeys;
import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.handling.Tokens;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One function process of the packaged application, started by hand with secrets of its own. */
public final class AppProcess {

    private static final Map<String, String> KEYS = Map.of(
            "AUTH_HS256SECRET", random(),
            "BELPARCEL_ORDERS_CONTACT_KEY", random(),
            "BELPARCEL_PICKUP_CODE_KEY", random(),
            "BELPARCEL_PICKUP_VERIFICATION_KEY", random(),
            "BELPARCEL_PAYMENTS_CALLBACK_KEY", random());

    private final Process process;
    private final int port;

    private AppProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param functions comma-separated; empty = all */
    public static AppProcess start(List<String> arguments, String functions, String dsn, String brokers)
            throws IOException {
        return start(arguments, functions, dsn, brokers, List.of());
    }

    /** @param settings further ones, NAME=value */
    public static AppProcess start(
            List<String> arguments, String functions, String dsn, String brokers, List<String> settings)
            throws IOException {
        int port = freePort();
        ProcessBuilder builder = builder(arguments, port, functions, dsn, brokers);
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            builder.environment().put(parts[0], parts[1]);
        }
        return new AppProcess(builder.start(), port);
    }

    /** How such a process is started; its output goes to a file beside the application's folder. */
    public static ProcessBuilder builder(
            List<String> arguments, int port, String functions, String dsn, String brokers) {
        List<String> command = new ArrayList<>(List.of(AppFolder.java().toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(AppFolder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(AppFolder.path().resolveSibling("process.log").toFile());
        builder.environment().putAll(KEYS);
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().put("FUNCTIONS", functions);
        builder.environment().put("DB_DSN", dsn);
        builder.environment().put("KAFKA_BROKERS", brokers);
        builder.environment().put("ENVIRONMENT", "development");
        builder.environment().put("BELPARCEL_EDGE_RATE_LIMITS", "off");
        builder.environment().put("BELPARCEL_PVZ_RATE", "0");
        return builder;
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    public int port() {
        return port;
    }

    /** The same process as seen at another of its ports. */
    AppProcess at(int other) {
        return new AppProcess(process, other);
    }

    /** A token of an administrator who is also a shop's and drives. */
    public String token() {
        return token(new Principal(
                "trainer",
                Set.of("admin", "shop", "carrier"),
                Map.of("shop_id", List.of(DemoPlaces.SHOP), "carrier_id", List.of(TripLife.CARRIER)),
                null));
    }

    /** A token of somebody who works at a pick-up point. */
    public String worker(String pvz) {
        return token(new Principal("worker", Set.of("pvz_worker"), Map.of("pvz_id", List.of(pvz)), null));
    }

    private static String token(Principal principal) {
        Settings settings = new Settings(KEYS);
        return new JwtTokens(SigningKeys.from(settings), settings, new Ids(), Clock.systemUTC(), reason -> {})
                .issue(Tokens.Kind.ACCESS, principal, Duration.ofMinutes(30))
                .token();
    }

    public void awaitReady(int seconds) throws InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create(address() + "/readyz"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline && process.isAlive()) {
                try {
                    if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            }
        }
        throw new IllegalStateException("the application did not become ready; see functions/app/target/process.log");
    }

    public void terminate(int seconds) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String random() {
        byte[] bytes = new byte[48];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
