package by.belparcel.runner.manifest;

import by.belparcel.runner.manifest.LintRule.Hit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules over Services, routes and network policies (T-22, T-26). */
final class ServiceRules {

    static final List<LintRule> ALL = List.of(
            new LintRule("timeout-too-short", Severity.ERROR, ServiceRules::timeout),
            new LintRule("websocket-timeout", Severity.WARNING, ServiceRules::webSocket),
            new LintRule("readiness", Severity.WARNING, ServiceRules::readiness),
            new LintRule("route-to-local-service", Severity.ERROR, ServiceRules::routeToLocal),
            new LintRule("no-network-policy", Severity.WARNING, ServiceRules::noNetworkPolicy),
            new LintRule("not-mounted", Severity.WARNING, ServiceRules::notMounted));

    private ServiceRules() {}

    private static List<Hit> timeout(LintInput input) {
        return input.services().stream()
                .map(ServiceRules::spec)
                .filter(spec -> spec.at("timeoutSeconds").present()
                        && spec.at("timeoutSeconds").whole(300) <= 30)
                .map(spec -> new Hit(
                        spec.at("timeoutSeconds").place(),
                        "timeoutSeconds is also the grace period, of which Knative waits 30 s before SIGTERM: "
                                + "write 60 or more"))
                .toList();
    }

    private static List<Hit> webSocket(LintInput input) {
        List<Hit> hits = new ArrayList<>();
        for (Resource service : input.services()) {
            View spec = spec(service);
            if (spec.at("timeoutSeconds").whole(300) > 300
                    && !spec.at("responseStartTimeoutSeconds").present()) {
                hits.add(new Hit(
                        spec.at("timeoutSeconds").place(),
                        "responseStartTimeoutSeconds becomes 300 and cuts live WebSockets: set it too"));
            }
            if (spec.at("timeoutSeconds").whole(300) > 300
                    && spec.at("idleTimeoutSeconds").whole(0) > 0) {
                hits.add(new Hit(
                        spec.at("idleTimeoutSeconds").place(),
                        "idleTimeoutSeconds kills quiet WebSockets: leave it unset"));
            }
        }
        return hits;
    }

    private static List<Hit> readiness(LintInput input) {
        List<Hit> hits = new ArrayList<>();
        for (Resource service : input.services()) {
            for (View container : spec(service).at("containers").list()) {
                View probe = container.at("readinessProbe");
                if (!probe.present()) {
                    hits.add(new Hit(
                            container.place(),
                            "Service " + service.key() + " has no readinessProbe: an open port counts"));
                } else if (probe.at("periodSeconds").present()) {
                    hits.add(new Hit(
                            probe.at("periodSeconds").place(),
                            "periodSeconds turns off the 50 ms probing: slower cold starts"));
                }
            }
        }
        return hits;
    }

    private static List<Hit> routeToLocal(LintInput input) {
        List<Hit> hits = new ArrayList<>();
        for (RouteManifest route : input.manifests().routes()) {
            for (RouteManifest.Rule rule : route.rules()) {
                for (RouteManifest.Backend backend : rule.backends()) {
                    input.manifests().services().stream()
                            .filter(each -> each.key().equals(backend.service()) && each.clusterLocal())
                            .forEach(each -> hits.add(new Hit(
                                    rule.place(),
                                    "HTTPRoute " + route.key() + " opens the cluster-local Service " + each.key())));
                }
            }
        }
        return hits;
    }

    private static List<Hit> noNetworkPolicy(LintInput input) {
        List<Resource> policies = input.all("networking.k8s.io", "NetworkPolicy");
        return input.services().stream()
                .filter(service -> policies.stream().noneMatch(policy -> selects(policy, service)))
                .map(service ->
                        new Hit(service.place(), "no NetworkPolicy selects the pods of Service " + service.key()))
                .toList();
    }

    private static boolean selects(Resource policy, Resource service) {
        if (!policy.key().namespace().equals(service.key().namespace())) {
            return false;
        }
        View selector = policy.spec().at("podSelector");
        Map<String, String> labels = new HashMap<>(
                service.spec().at("template", "metadata", "labels").map());
        labels.put("serving.knative.dev/service", service.name());
        boolean wanted =
                labels.entrySet().containsAll(selector.at("matchLabels").map().entrySet());
        return wanted && selector.at("matchExpressions").list().stream().allMatch(each -> expression(each, labels));
    }

    private static boolean expression(View expression, Map<String, String> labels) {
        String value = labels.get(expression.at("key").text(""));
        return switch (expression.at("operator").text("")) {
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            case "In" -> value != null && expression.at("values").texts().contains(value);
            default -> value == null || !expression.at("values").texts().contains(value);
        };
    }

    private static List<Hit> notMounted(LintInput input) {
        List<Hit> hits = new ArrayList<>();
        for (Resource service : input.services()) {
            for (View volume : spec(service).at("volumes").list()) {
                for (String type : Set.of("secret", "configMap", "projected")) {
                    if (volume.at(type).present()) {
                        hits.add(new Hit(volume.place(), "the runner mounts no volumes of type " + type));
                    }
                }
            }
        }
        return hits;
    }

    static View spec(Resource service) {
        return service.spec().at("template", "spec");
    }
}
