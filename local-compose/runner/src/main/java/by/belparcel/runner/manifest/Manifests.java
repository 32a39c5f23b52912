package by.belparcel.runner.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that one folder of manifests asks for, read strictly. {@code findings} are the lint's complaints, which do
 * not stop the runner; {@code notEnforced} names the objects that the runner accepts and does nothing with.
 */
public record Manifests(
        List<ServiceManifest> services,
        List<BrokerManifest> brokers,
        List<TriggerManifest> triggers,
        List<SourceManifest> sources,
        List<SinkManifest> sinks,
        List<PingManifest> pings,
        List<RouteManifest> routes,
        List<TopicManifest> topics,
        List<JobManifest> jobs,
        List<Finding> findings,
        List<String> notEnforced) {

    /**
     * Reads a kustomize folder, a folder of YAML files or one file.
     *
     * @throws ManifestException naming every place that a cluster would refuse or the runner does not support
     */
    public static Manifests load(Path path, SecretStore secrets) {
        List<Resource> resources = new Kustomization(path).load(path);
        Duplicates.refuse(resources);
        Loading loading = new Loading(resources);
        resources.forEach(resource -> strict(resource, loading));
        stopOn(loading); // the readers rely on the shape
        Manifests manifests = read(loading, secrets);
        stopOn(loading);
        return manifests;
    }

    private static void strict(Resource resource, Loading loading) {
        Class<?> model = Kinds.model(resource);
        if (model == null) {
            loading.fatal(
                    resource.view().at("kind").place(),
                    "unknown kind " + resource.apiVersion() + " " + resource.kind() + Kinds.hint(resource));
            return;
        }
        if (resource.name().isEmpty()) {
            loading.fatal(resource.view().place(), "metadata.name is missing");
        }
        List<Finding> findings = new ArrayList<>();
        new Shapes(findings).check(resource.tree(), model, resource.kind());
        findings.forEach(loading::fatal);
    }

    private static Manifests read(Loading loading, SecretStore secrets) {
        EventingReader eventing = new EventingReader(loading);
        ServiceReader serving = new ServiceReader(loading, new Environment(loading, secrets));
        List<BrokerManifest> brokers = eventing.brokers();
        Manifests read = new Manifests(
                serving.services(),
                brokers,
                eventing.triggers(brokers),
                eventing.sources(),
                eventing.sinks(),
                eventing.pings(),
                new RouteReader(loading).routes(),
                eventing.topics(),
                serving.jobs(),
                List.of(),
                notEnforced(loading));
        List<Finding> findings = new ArrayList<>(loading.lint());
        findings.addAll(Lint.check(new LintInput(read, loading.resources())));
        return read.with(findings);
    }

    private static List<String> notEnforced(Loading loading) {
        List<String> result = new ArrayList<>();
        for (Resource resource : loading.resources()) {
            String name = resource.kind() + " " + resource.key();
            if (!Kinds.enforced(resource)) {
                result.add(name + " (" + resource.place() + ")");
            }
            Kinds.ignoredFields(resource)
                    .forEach(field -> result.add(field.name() + " of " + name + " (" + field.place() + ")"));
        }
        return List.copyOf(result);
    }

    private static void stopOn(Loading loading) {
        if (!loading.fatal().isEmpty()) {
            throw new ManifestException(loading.fatal());
        }
    }

    private Manifests with(List<Finding> found) {
        return new Manifests(
                services,
                brokers,
                triggers,
                sources,
                sinks,
                pings,
                routes,
                topics,
                jobs,
                List.copyOf(found),
                notEnforced);
    }
}
