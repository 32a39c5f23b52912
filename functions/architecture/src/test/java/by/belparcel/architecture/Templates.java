package by.belparcel.architecture;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Texts of the generated manifests. */
final class Templates {

    /** The check of a pick-up code and the issue of the parcel happen in two contexts: they share one key. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "identity", List.of("identity"),
            "orders", List.of("orders"),
            "payments", List.of("payments"),
            "pickup-tickets", List.of("pickup-tickets", "pickup-verification"),
            "pickup-points", List.of("pickup-verification"),
            "pickup-points-grpc", List.of("pickup-tickets", "pickup-verification"));

    private Templates() {}

    /**
     * How a Service grows and how long a request may last.
     *
     * @param target requests in flight for each process before another one is started
     * @param more further lines of the revision
     */
    private record Shape(int target, int concurrency, int maxScale, int timeoutSeconds, String more) {

        private static final Shape REQUESTS = new Shape(40, 50, 4, 60, "");

        /** A socket is a request in flight for its whole life: responseStartTimeoutSeconds would cut it as well. */
        private static final Shape SOCKETS = new Shape(100, 250, 8, 600, "      responseStartTimeoutSeconds: 600\n");

        static Shape of(String service) {
            return service.equals("tracking-stream") ? SOCKETS : REQUESTS;
        }
    }

    /** min-scale 0: nothing runs while nothing happens; the window is the shortest that Knative allows. */
    static String service(String name, boolean clusterLocal, List<String> functions) {
        Shape shape = Shape.of(name);
        String visibility = clusterLocal ? "    networking.knative.dev/visibility: cluster-local\n" : "";
        return """
                apiVersion: serving.knative.dev/v1
                kind: Service
                metadata:
                  name: %1$s
                  labels:
                    app.kubernetes.io/part-of: belparcel
                %2$sspec:
                  template:
                    metadata:
                      labels:
                        app.kubernetes.io/part-of: belparcel
                      annotations:
                        autoscaling.knative.dev/min-scale: "0"
                        autoscaling.knative.dev/max-scale: "%6$d"
                        autoscaling.knative.dev/target: "%7$d"
                        autoscaling.knative.dev/window: 6s
                    spec:
                      containerConcurrency: %8$d
                      timeoutSeconds: %9$d
                %10$s      enableServiceLinks: false
                      automountServiceAccountToken: false
                      containers:
                        - image: belparcel/app
                          ports:
                            - containerPort: 8080
                          readinessProbe:
                            httpGet:
                              path: /readyz
                          envFrom:
                            - configMapRef:
                                name: belparcel-platform
                %5$s          env:
                            - name: FUNCTIONS
                              value: %3$s
                            - name: DB_DSN
                              valueFrom:
                                secretKeyRef:
                                  name: belparcel-database
                                  key: DB_DSN
                %4$s          resources:
                            requests:
                              cpu: 100m
                              memory: 160Mi
                            limits:
                              cpu: "1"
                              memory: 384Mi
                          securityContext:
                            runAsNonRoot: true
                            runAsUser: 10001
                            readOnlyRootFilesystem: true
                            allowPrivilegeEscalation: false
                            capabilities:
                              drop: [ALL]
                            seccompProfile:
                              type: RuntimeDefault
                """.formatted(
                        name,
                        visibility,
                        String.join(",", functions),
                        auth(clusterLocal),
                        keys(name),
                        shape.maxScale(),
                        shape.target(),
                        shape.concurrency(),
                        shape.timeoutSeconds(),
                        shape.more());
    }

    /** gRPC needs HTTP/2 up to the process, so its port speaks nothing else: probes ask by gRPC, metrics have a port of their own; so has its AOT cache its own file. */
    static String grpcService(String name, List<String> functions) {
        return service(name, false, functions)
                .replace(
                        "        - image: belparcel/app\n",
                        "        - image: belparcel/app\n          command: [java, \"@grpc.args\"]\n")
                .replace(
                        "            - containerPort: 8080\n",
                        "            - name: h2c\n              containerPort: 8080\n")
                .replace(
                        "            httpGet:\n              path: /readyz\n",
                        "            grpc:\n              port: 8080\n")
                .replace(
                        "            - name: FUNCTIONS\n",
                        "            - name: EDGE_FACE\n              value: grpc\n            - name: METRICS_PORT\n"
                                + "              value: \"9464\"\n            - name: FUNCTIONS\n");
    }

    /** Every method of a gRPC service lies below its name. */
    static String grpcRule(String service, List<String> services) {
        StringBuilder rule = new StringBuilder(rule(service));
        for (String each : services) {
            rule.append("        - path:\n            type: PathPrefix\n            value: /")
                    .append(each)
                    .append('\n');
        }
        return rule.toString();
    }

    /** Only the context that needs a key reads its Secret. */
    private static String keys(String service) {
        String context = service.replaceFirst("-events$", "");
        return KEYS.getOrDefault(context, List.of()).stream()
                .map(key -> "            - secretRef:\n                name: belparcel-" + key + "-keys\n")
                .collect(Collectors.joining());
    }

    private static String auth(boolean clusterLocal) {
        return clusterLocal ? "" : """
                            - name: AUTH_HS256SECRET
                              valueFrom:
                                secretKeyRef:
                                  name: belparcel-auth
                                  key: AUTH_HS256SECRET
                """;
    }

    /** Ordered per partition; 1, 2, 4, 8, 16 s between the attempts of the Kafka data plane, then the dead letters. */
    static String trigger(String function, Map<String, String> filter, String service) {
        String kebab = GeneratedManifests.kebab(function);
        StringBuilder attributes = new StringBuilder();
        filter.forEach((name, value) -> attributes
                .append("      ")
                .append(name)
                .append(": ")
                .append(value)
                .append('\n'));
        return """
                apiVersion: eventing.knative.dev/v1
                kind: Trigger
                metadata:
                  name: %1$s
                  annotations:
                    kafka.eventing.knative.dev/delivery.order: ordered
                spec:
                  broker: default
                  filter:
                    attributes:
                %2$s  delivery:
                    retry: 5
                    backoffPolicy: exponential
                    backoffDelay: PT0.5S
                    timeout: PT30S
                    deadLetterSink:
                      ref:
                        apiVersion: eventing.knative.dev/v1alpha1
                        kind: KafkaSink
                        name: dlq
                  subscriber:
                    ref:
                      apiVersion: serving.knative.dev/v1
                      kind: Service
                      name: %3$s
                    uri: /events/%1$s
                """.formatted(kebab, attributes, service);
    }

    static String routes(String rules) {
        return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata:
                  name: belparcel
                spec:
                  parentRefs:
                    - name: belparcel
                  rules:
                """ + rules;
    }

    /** Knative's ingress finds a Service by the Host of the request, so the public name is rewritten to it. */
    private static String rule(String service) {
        return "    - backendRefs:\n        - name: " + service + "\n          port: 80\n      filters:\n"
                + "        - type: URLRewrite\n          urlRewrite:\n            hostname: " + service
                + ".belparcel.svc.cluster.local\n      matches:\n";
    }

    static String routeRule(String service, Collection<String> paths) {
        StringBuilder rule = new StringBuilder(rule(service));
        for (String path : paths) {
            boolean exact = path.indexOf('{') < 0;
            rule.append("        - path:\n            type: ")
                    .append(exact ? "Exact" : "RegularExpression")
                    .append("\n            value: ")
                    .append(exact ? path : path.replaceAll("\\{[^}]*}", "[^/]+"))
                    .append('\n');
        }
        return rule.toString();
    }
}
