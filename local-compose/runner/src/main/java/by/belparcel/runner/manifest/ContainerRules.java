package by.belparcel.runner.manifest;

import by.belparcel.runner.manifest.LintRule.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** S-185: how every container must be locked down. One rule per setting. */
final class ContainerRules {

    static final List<LintRule> ALL = List.of(
            container(
                    "run-as-non-root",
                    "securityContext.runAsNonRoot: true",
                    each -> each.at("securityContext", "runAsNonRoot").flag(false)),
            container(
                    "user-id",
                    "securityContext.runAsUser >= 10000",
                    each -> each.at("securityContext", "runAsUser").whole(0) >= 10000),
            container(
                    "read-only-root",
                    "securityContext.readOnlyRootFilesystem: true",
                    each -> each.at("securityContext", "readOnlyRootFilesystem").flag(false)),
            container(
                    "privilege-escalation",
                    "securityContext.allowPrivilegeEscalation: false",
                    each -> !each.at("securityContext", "allowPrivilegeEscalation")
                            .flag(true)),
            container(
                    "capabilities",
                    "securityContext.capabilities.drop: [ALL]",
                    each -> each.at("securityContext", "capabilities", "drop")
                            .texts()
                            .contains("ALL")),
            container(
                    "seccomp",
                    "securityContext.seccompProfile.type: RuntimeDefault",
                    each -> each.at("securityContext", "seccompProfile", "type")
                            .text("")
                            .equals("RuntimeDefault")),
            container(
                    "resources", "resources.requests and resources.limits of cpu and memory", ContainerRules::bounded),
            container(
                    "image-digest",
                    "image by digest (name@sha256:..)",
                    each -> each.at("image").text("").contains("@sha256:")),
            pod(
                    "token-mount",
                    "automountServiceAccountToken: false",
                    each -> !each.at("automountServiceAccountToken").flag(true)),
            pod(
                    "container-concurrency",
                    "containerConcurrency",
                    each -> each.at("containerConcurrency").present()),
            pod(
                    "timeout-unset",
                    "timeoutSeconds",
                    each -> each.at("timeoutSeconds").present()),
            new LintRule("empty-dir-limit", Severity.WARNING, ContainerRules::emptyDir));

    private ContainerRules() {}

    private static LintRule container(String id, String wanted, Predicate<View> holds) {
        return new LintRule(id, Severity.WARNING, input -> {
            List<Hit> hits = new ArrayList<>();
            for (Resource service : input.services()) {
                for (View container :
                        ServiceRules.spec(service).at("containers").list()) {
                    if (!holds.test(container)) {
                        hits.add(new Hit(
                                container.place(), "Service " + service.key() + " lacks " + wanted + " (S-185)"));
                    }
                }
            }
            return hits;
        });
    }

    private static LintRule pod(String id, String wanted, Predicate<View> holds) {
        return new LintRule(
                id,
                Severity.WARNING,
                input -> input.services().stream()
                        .filter(service -> !holds.test(ServiceRules.spec(service)))
                        .map(service -> new Hit(
                                ServiceRules.spec(service).place(),
                                "Service " + service.key() + " lacks " + wanted + " (S-185)"))
                        .toList());
    }

    private static boolean bounded(View container) {
        return List.of("requests", "limits").stream()
                .allMatch(each -> container.at("resources", each, "cpu").present()
                        && container.at("resources", each, "memory").present());
    }

    private static List<Hit> emptyDir(LintInput input) {
        List<Hit> hits = new ArrayList<>();
        for (Resource service : input.services()) {
            for (View volume : ServiceRules.spec(service).at("volumes").list()) {
                boolean unbounded = volume.keys().contains("emptyDir")
                        && !volume.at("emptyDir", "sizeLimit").present();
                if (unbounded) {
                    hits.add(new Hit(
                            volume.place(), "emptyDir of Service " + service.key() + " lacks sizeLimit (S-185)"));
                }
            }
        }
        return hits;
    }
}
