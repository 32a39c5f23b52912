package by.belparcel.runner.main;

import by.belparcel.runner.manifest.JobManifest;
import by.belparcel.runner.manifest.Manifests;
import by.belparcel.runner.manifest.ServiceManifest;
import by.belparcel.runner.serving.ServiceSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From manifests to what the serving half starts. */
final class Plan {

    private final Manifests manifests;
    private final Images images;
    private final Endpoints endpoints;

    Plan(Manifests manifests, Images images, Endpoints endpoints) {
        this.manifests = manifests;
        this.images = images;
        this.endpoints = endpoints;
    }

    /** Whether any process wants this variable. */
    static boolean asksFor(Manifests manifests, String variable) {
        return Stream.concat(
                        manifests.services().stream().map(ServiceManifest::env),
                        manifests.jobs().stream().map(JobManifest::env))
                .anyMatch(env -> env.containsKey(variable));
    }

    /** The value of a variable in the first process that has it. */
    static String first(Manifests manifests, String variable, String missing) {
        return Stream.concat(
                        manifests.services().stream().map(ServiceManifest::env),
                        manifests.jobs().stream().map(JobManifest::env))
                .map(env -> env.getOrDefault(variable, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(missing);
    }

    List<ServiceSpec> services() {
        return manifests.services().stream().map(this::service).toList();
    }

    ServiceSpec.Launch launch(JobManifest job) {
        return images.launch(job.image(), job.command(), job.args(), endpoints.applyTo(job.env()));
    }

    private ServiceSpec service(ServiceManifest service) {
        ServiceManifest.Scaling scaling = service.scaling();
        Map<String, String> env = endpoints.applyTo(service.env());
        return new ServiceSpec(
                service.key().namespace(),
                service.key().name(),
                !service.clusterLocal(),
                images.launch(service.image(), service.command(), service.args(), env),
                service.containerConcurrency(),
                service.timeout(),
                service.responseStartTimeout(),
                new ServiceSpec.Scale(
                        scaling.minScale(),
                        scaling.maxScale(),
                        Math.max(scaling.initialScale(), scaling.activationScale()),
                        scaling.target(),
                        scaling.window(),
                        scaling.retention()),
                service.readiness().path(),
                service.h2c());
    }
}
