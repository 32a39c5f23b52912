package by.belparcel.runner.manifest;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What the lint rules look at: the typed manifests and the objects as they were written. */
record LintInput(Manifests manifests, List<Resource> resources) {

    List<Resource> all(String group, String kind) {
        return resources.stream().filter(each -> each.is(group, kind)).toList();
    }

    List<Resource> services() {
        return all("serving.knative.dev", "Service");
    }

    List<Resource> kafkaSources() {
        return all("sources.knative.dev", "KafkaSource");
    }

    List<Resource> triggers() {
        return all("eventing.knative.dev", "Trigger");
    }

    /** The Service that a URL leads to. */
    Optional<ServiceManifest> serviceAt(URI uri) {
        return manifests.services().stream()
                .filter(each -> each.address().getHost().equals(uri.getHost()))
                .findFirst();
    }

    /** The Broker that a URL leads to. */
    Optional<BrokerManifest> brokerAt(URI uri) {
        return manifests.brokers().stream()
                .filter(each -> each.address().equals(uri))
                .findFirst();
    }
}
