package by.belparcel.runner.manifest;

import java.util.List;
import java.util.Set;

/** The fields that Knative Serving lets through by default (its fieldmask); the webhook of a cluster refuses the others. */
final class PodSpecMask {

    private static final Set<String> SPEC = Set.of(
            "containers",
            "volumes",
            "serviceAccountName",
            "imagePullSecrets",
            "enableServiceLinks",
            "automountServiceAccountToken",
            "containerConcurrency",
            "timeoutSeconds",
            "responseStartTimeoutSeconds",
            "idleTimeoutSeconds");
    private static final Set<String> CONTAINER = Set.of(
            "name",
            "args",
            "command",
            "env",
            "envFrom",
            "image",
            "imagePullPolicy",
            "livenessProbe",
            "ports",
            "readinessProbe",
            "startupProbe",
            "resources",
            "securityContext",
            "terminationMessagePath",
            "terminationMessagePolicy",
            "volumeMounts",
            "workingDir");
    private static final Set<String> SECURITY = Set.of(
            "capabilities",
            "readOnlyRootFilesystem",
            "runAsUser",
            "runAsGroup",
            "runAsNonRoot",
            "allowPrivilegeEscalation",
            "seccompProfile",
            "privileged");
    private static final Set<String> VOLUME = Set.of("name", "secret", "configMap", "projected", "emptyDir");
    private static final Set<Integer> RESERVED_PORTS = Set.of(8008, 8012, 8013, 8022, 9090, 9091);
    private static final Set<String> RESERVED_ENV = Set.of("PORT", "K_SERVICE", "K_CONFIGURATION", "K_REVISION");

    private final Loading loading;

    PodSpecMask(Loading loading) {
        this.loading = loading;
    }

    void check(View spec) {
        only(spec, SPEC, "PodSpec field ");
        if (spec.at("automountServiceAccountToken").flag(false)) {
            refuse(spec.at("automountServiceAccountToken"), "automountServiceAccountToken may only be false");
        }
        spec.at("volumes").list().forEach(volume -> only(volume, VOLUME, "volume type "));
        spec.at("containers").list().forEach(this::container);
    }

    private void container(View container) {
        only(container, CONTAINER, "container field ");
        View security = container.at("securityContext");
        only(security, SECURITY, "securityContext field ");
        if (security.at("privileged").flag(false)) {
            refuse(security.at("privileged"), "privileged may only be false");
        }
        only(security.at("capabilities"), Set.of("drop"), "capabilities.");
        for (View env : container.at("env").list()) {
            only(env.at("valueFrom"), Set.of("configMapKeyRef", "secretKeyRef"), "env valueFrom.");
            if (RESERVED_ENV.contains(env.at("name").text(""))) {
                refuse(env, "env " + env.at("name").text("") + " is reserved");
            }
        }
        ports(container.at("ports").list());
        readiness(container.at("readinessProbe"));
    }

    private void ports(List<View> ports) {
        if (ports.size() > 1) {
            refuse(ports.get(1), "only one port is allowed");
        }
        for (View port : ports) {
            if (RESERVED_PORTS.contains(port.at("containerPort").whole(0))) {
                refuse(port, "port " + port.at("containerPort").whole(0) + " is reserved");
            }
            if (!Set.of("", "http1", "h2c").contains(port.at("name").text(""))) {
                refuse(port.at("name"), "the port's name is empty, http1 or h2c");
            }
        }
    }

    private void readiness(View probe) {
        if (probe.present() && probe.at("periodSeconds").whole(0) == 0) {
            for (String field : List.of("failureThreshold", "timeoutSeconds")) {
                if (probe.at(field).present()) {
                    refuse(probe.at(field), field + " must not be set without periodSeconds");
                }
            }
        }
    }

    private void only(View view, Set<String> allowed, String what) {
        for (String key : view.keys()) {
            if (!allowed.contains(key)) {
                refuse(view.at(key), what + key + " is refused by Knative Serving");
            }
        }
    }

    private void refuse(View view, String message) {
        loading.fatal(new Finding("fieldmask", Severity.ERROR, view.place(), message));
    }
}
