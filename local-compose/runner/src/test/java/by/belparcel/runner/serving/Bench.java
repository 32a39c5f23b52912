package by.belparcel.runner.serving;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A runner's serving half with its cluster listener, for tests. */
public final class Bench implements AutoCloseable {

    public final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    public final Serving serving;
    public final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int clusterPort;

    public Bench(Path folder) {
        serving = new Serving(
                vertx,
                new ProcessLauncher(folder.resolve("logs")),
                4,
                running -> CompletableFuture.completedFuture(null));
        clusterPort = ClusterListener.open(vertx, serving, 0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public URI cluster(String service, String path) {
        return URI.create("http://127.0.0.1:" + clusterPort + "/belparcel/" + service + path);
    }

    public HttpResponse<String> get(URI uri) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    public CompletableFuture<HttpResponse<String>> getLater(URI uri) {
        return http.sendAsync(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    public ServiceStatus status(String service) {
        return serving.status().stream()
                .filter(each -> each.key().name().equals(service))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the condition holds. */
    public static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it did not come to pass");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    /** What comes within 30 seconds. */
    public static <T> T soon(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        serving.close(Duration.ofSeconds(2)).join();
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
