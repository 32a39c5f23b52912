package by.belparcel.runner.manifest;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads Knative Services and Jobs. */
final class ServiceReader {

    private static final String AUTOSCALING = "autoscaling.knative.dev/";

    private final Loading loading;
    private final Environment environment;
    private final SinkBindings bindings;

    ServiceReader(Loading loading, Environment environment) {
        this.loading = loading;
        this.environment = environment;
        this.bindings = new SinkBindings(loading);
    }

    List<ServiceManifest> services() {
        return loading.all("serving.knative.dev", "Service").stream()
                .map(this::service)
                .toList();
    }

    List<JobManifest> jobs() {
        return loading.all("batch", "Job").stream().map(this::job).toList();
    }

    private ServiceManifest service(Resource resource) {
        View template = resource.spec().at("template");
        View spec = template.at("spec");
        new PodSpecMask(loading).check(spec);
        View container = container(spec, resource);
        View port = container.at("ports").list().stream().findFirst().orElse(container.at("ports"));
        int concurrency = between(spec.at("containerConcurrency"), 0, 0, 1000);
        int timeout = between(spec.at("timeoutSeconds"), 300, 1, 600);
        if (resource.spec().at("traffic").present()) {
            loading.lint(
                    "traffic",
                    Severity.WARNING,
                    resource.spec().at("traffic").place(),
                    "the runner has one revision per Service and ignores traffic");
        }
        return new ServiceManifest(
                resource.key(),
                loading.required(container, "image"),
                container.at("command").texts(),
                container.at("args").texts(),
                env(container, resource),
                port.at("containerPort").whole(8080),
                port.at("name").text("").equals("h2c"),
                "cluster-local".equals(resource.labels().get("networking.knative.dev/visibility")),
                concurrency,
                Duration.ofSeconds(timeout),
                responseStart(spec.at("responseStartTimeoutSeconds").whole(), timeout),
                seconds(spec.at("idleTimeoutSeconds").whole()),
                scaling(template.at("metadata", "annotations"), concurrency),
                readiness(container.at("readinessProbe")),
                template.at("metadata", "annotations").map(),
                resource.place());
    }

    private JobManifest job(Resource resource) {
        View container = container(resource.spec().at("template", "spec"), resource);
        return new JobManifest(
                resource.key(),
                loading.required(container, "image"),
                container.at("command").texts(),
                container.at("args").texts(),
                env(container, resource),
                resource.spec().at("backoffLimit").whole(6),
                resource.place());
    }

    private View container(View spec, Resource resource) {
        List<View> containers = spec.at("containers").list();
        if (containers.size() != 1) {
            loading.fatal(resource.place(), "the runner starts exactly one container, here are " + containers.size());
        }
        return containers.isEmpty() ? spec.at("containers") : containers.getFirst();
    }

    private Map<String, String> env(View container, Resource resource) {
        Map<String, String> env =
                new LinkedHashMap<>(environment.of(container, resource.key().namespace()));
        env.putAll(bindings.of(resource));
        return Collections.unmodifiableMap(env);
    }

    private ServiceManifest.Scaling scaling(View annotations, int concurrency) {
        boolean rps = annotations.at(AUTOSCALING + "metric").text("concurrency").equals("rps");
        double goal = number(annotations, "target", rps ? 200 : concurrency > 0 ? concurrency : 100);
        double utilization = number(annotations, "target-utilization-percentage", 70) / 100;
        double bounded = !rps && concurrency > 0 ? Math.min(goal, concurrency) : goal;
        return new ServiceManifest.Scaling(
                (int) number(annotations, "min-scale", 0),
                (int) number(annotations, "max-scale", 0),
                (int) number(annotations, "initial-scale", 1),
                (int) number(annotations, "activation-scale", 1),
                rps ? ServiceManifest.Metric.RPS : ServiceManifest.Metric.CONCURRENCY,
                Math.max(0.01, bounded * utilization),
                duration(annotations, "window", Duration.ofSeconds(60)),
                duration(annotations, "scale-down-delay", Duration.ZERO),
                duration(annotations, "scale-to-zero-pod-retention-period", Duration.ZERO));
    }

    private double number(View annotations, String name, double missing) {
        View view = annotations.at(AUTOSCALING + name);
        try {
            String text = view.text();
            double value = text == null ? missing : Double.parseDouble(text);
            if (value < 0) {
                loading.fatal(view.place(), name + " must not be negative");
            }
            return value;
        } catch (NumberFormatException e) {
            loading.fatal(view.place(), name + " is no number");
            return missing;
        }
    }

    private Duration duration(View annotations, String name, Duration missing) {
        View view = annotations.at(AUTOSCALING + name);
        try {
            String text = view.text();
            return text == null ? missing : GoDuration.parse(text);
        } catch (IllegalArgumentException e) {
            loading.fatal(view.place(), name + " is no duration such as 60s");
            return missing;
        }
    }

    private static ServiceManifest.Readiness readiness(View probe) {
        View http = probe.at("httpGet");
        View grpc = probe.at("grpc");
        return new ServiceManifest.Readiness(
                http.present()
                        ? http.at("path").text("/")
                        : grpc.present() ? "grpc:" + grpc.at("service").text("") : null,
                seconds(probe.at("periodSeconds").whole()));
    }

    private int between(View view, int missing, int least, int most) {
        int value = view.whole(missing);
        if (value < least || value > most) {
            loading.fatal(view.place(), "must lie between " + least + " and " + most);
        }
        return value;
    }

    /** Knative limits the wait for the first byte to 300 s as soon as the whole timeout is longer. */
    private static @Nullable Duration responseStart(@Nullable Integer seconds, int timeout) {
        return seconds == null && timeout > 300 ? Duration.ofSeconds(300) : seconds(seconds);
    }

    private static @Nullable Duration seconds(@Nullable Integer seconds) {
        return seconds == null || seconds == 0 ? null : Duration.ofSeconds(seconds);
    }
}
