package by.belparcel.runner.admin;

import by.belparcel.runner.serving.ServiceStatus;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Reads {@code /metrics} of every instance when somebody asks, and of one that is about to end. Nothing starts a function. */
public final class Metrics {

    private static final int TIMEOUT_MILLIS = 400;
    private static final int OK = 200;

    private final MetricsStore store = new MetricsStore();
    private final HttpClient client;

    public Metrics(Vertx vertx) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(false).setConnectTimeout(TIMEOUT_MILLIS));
    }

    /** Reads one instance for the last time. */
    public CompletableFuture<Void> last(ServiceStatus.Running instance) {
        return read(service(instance.id()), instance).toCompletionStage().toCompletableFuture();
    }

    /** Everything now. */
    Future<String> all(List<ServiceStatus> services) {
        List<Future<Void>> reads = new ArrayList<>();
        Set<String> alive = new HashSet<>();
        for (ServiceStatus service : services) {
            for (ServiceStatus.Running each : service.instances()) {
                alive.add(each.id());
                if (each.ready()) {
                    reads.add(read(service.key().name(), each));
                }
            }
        }
        return Future.join(reads).otherwiseEmpty().map(done -> {
            store.retain(alive);
            return store.render(own(services));
        });
    }

    private Future<Void> read(String service, ServiceStatus.Running instance) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("127.0.0.1")
                .setPort(instance.metricsPort())
                .setURI("/metrics")
                .setTimeout(TIMEOUT_MILLIS)
                .setIdleTimeout(TIMEOUT_MILLIS);
        return client.request(options)
                .compose(request -> request.send())
                .compose(response -> response.body().map(body -> {
                    if (response.statusCode() == OK) {
                        store.update(service, instance.id(), body.toString());
                    }
                    return body;
                }))
                .<Void>mapEmpty()
                .recover(silent -> Future.succeededFuture());
    }

    private static String service(String instance) {
        return instance.substring(0, instance.lastIndexOf('-'));
    }

    private static String own(List<ServiceStatus> services) {
        StringBuilder text = new StringBuilder();
        family(text, "belparcel_runner_instances", "gauge", services, ServiceStatus::scale);
        family(text, "belparcel_runner_in_flight", "gauge", services, ServiceStatus::inFlight);
        family(text, "belparcel_runner_queued", "gauge", services, ServiceStatus::queued);
        family(text, "belparcel_runner_requests_total", "counter", services, ServiceStatus::requests);
        family(text, "belparcel_runner_cold_starts_total", "counter", services, ServiceStatus::coldStarts);
        family(text, "belparcel_runner_crashes_total", "counter", services, ServiceStatus::crashes);
        return text.toString();
    }

    private static void family(
            StringBuilder text,
            String name,
            String type,
            List<ServiceStatus> services,
            java.util.function.ToLongFunction<ServiceStatus> value) {
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        for (ServiceStatus service : services) {
            text.append(String.format(
                    Locale.ROOT, "%s{service=\"%s\"} %d%n", name, service.key().name(), value.applyAsLong(service)));
        }
    }
}
