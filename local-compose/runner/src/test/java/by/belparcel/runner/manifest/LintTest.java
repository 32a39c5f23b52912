package by.belparcel.runner.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LintTest {

    private static final String DEAD_LETTER_SINK = "    deadLetterSink:\n      ref: {apiVersion:"
            + " eventing.knative.dev/v1alpha1, kind: KafkaSink, name: dlq}\n";
    private static final String ORDER = "  annotations: {kafka.eventing.knative.dev/delivery.order: ordered}\n";

    @TempDir
    Path folder;

    /** Each row breaks the sound system in one place (all that match) and names the rules that must see it. */
    static Stream<Arguments> breakages() {
        return Stream.of(
                row(DEAD_LETTER_SINK, "", "no-dead-letter-sink"),
                row("    retry: 5\n", "", "delivery-without-retry"),
                row("    backoffDelay: PT0.5S\n", "", "delivery-incomplete"),
                row("    timeout: PT60S\n", "    timeout: PT60S\n    retryAfterMax: PT9S\n", "retry-after-max"),
                row("    timeout: PT60S\n", "    timeout: PT60S\n    format: json\n", "delivery-format"),
                row("initialOffset: earliest", "initialOffset: latest", "initial-offset"),
                row("  ordering: ordered\n", "", "source-ordering"),
                row("  consumers: 1\n", "  consumers: 3\n", "consumers"),
                row("topics: [events.order]", "topics: [other]", "undeclared-topic"),
                row(", config: {retention.ms: 604800000}", "", "topic-retention"),
                row(ORDER, "", "order-annotation"),
                row("- exact: {type: order.placed}", "- prefix: {type: order.}", "type-filter", "self-matching-reply"),
                row(
                        "- exact: {type: order.placed}",
                        "- exact: {type: order.placed}\n    - not: {prefix: {subject: x}}",
                        "optional-attribute-filter"),
                row("  labels: {networking.knative.dev/visibility: cluster-local}\n", "", "public-subscriber"),
                row("timeoutSeconds: 60", "timeoutSeconds: 30", "timeout-too-short"),
                row("timeoutSeconds: 60", "timeoutSeconds: 600", "websocket-timeout"),
                row("readinessProbe: {httpGet: {path: /readyz}}", "name: app", "readiness"),
                row(
                        "readinessProbe: {httpGet: {path: /readyz}}",
                        "readinessProbe: {httpGet: {path: /readyz}, periodSeconds: 1}",
                        "readiness"),
                row("serving.knative.dev/service: shipping", "serving.knative.dev/service: x", "no-network-policy"),
                row("schedule: \"* * * * *\"", "schedule: \"0 4 * * *\"", "ping-timezone"),
                row("name: shipping}\n    uri", "name: gone}\n    uri", "missing-reference"),
                row("runAsNonRoot: true", "runAsNonRoot: false", "run-as-non-root"),
                row("runAsUser: 10001", "runAsUser: 1000", "user-id"),
                row("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false", "read-only-root"),
                row("allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true", "privilege-escalation"),
                row("drop: [ALL]", "drop: [NET_RAW]", "capabilities"),
                row("type: RuntimeDefault", "type: Unconfined", "seccomp"),
                row("limits: {cpu: \"1\", memory: 256Mi}", "limits: {cpu: \"1\"}", "resources"),
                row("@sha256:[0]+", ":latest", "image-digest"),
                row("      automountServiceAccountToken: false\n", "", "token-mount"),
                row("      containerConcurrency: 20\n", "", "container-concurrency"),
                row("      timeoutSeconds: 60\n", "", "timeout-unset"),
                row(
                        "      timeoutSeconds: 60\n",
                        "      timeoutSeconds: 60\n      volumes: [{name: t, emptyDir: {}}]\n",
                        "empty-dir-limit"),
                row(
                        "      timeoutSeconds: 60\n",
                        "      timeoutSeconds: 60\n      volumes: [{name: t, secret: {secretName: s}}]\n",
                        "not-mounted"));
    }

    private static Arguments row(String sound, String broken, String... rules) {
        return Arguments.of(sound, broken, Set.of(rules));
    }

    @ParameterizedTest // T-20 to T-26, S-185, R-44
    @MethodSource("breakages")
    void seesEachBreakageAndNothingElse(String sound, String broken, Set<String> rules) {
        String search = sound.startsWith("@sha256") ? sound : Pattern.quote(sound);
        String yaml = Yaml.SOUND.replaceAll(search, Matcher.quoteReplacement(broken));
        assertThat(yaml).isNotEqualTo(Yaml.SOUND);

        List<Finding> findings = Yaml.load(folder, yaml).findings();

        assertThat(findings.stream().map(Finding::id).collect(Collectors.toSet()))
                .isEqualTo(rules);
    }

    @Test // T-21: order without a partition key is no order
    void seesAnOrderedTriggerThatIsFedWithoutAPartitionKey() {
        String yaml = Yaml.SOUND
                .replace("  ceOverrides: {extensions: {partitionkey: tick}}\n", "")
                .replace("type: order.placed", "type: dev.knative.sources.ping");

        assertThat(Yaml.load(folder, yaml).findings()).extracting(Finding::id).containsExactly("no-partition-key");
    }

    @Test // T-23: sent straight to a function, a 500 loses the tick
    void seesAPingSourceThatBypassesTheBroker() {
        String ping =
                Yaml.SOURCE.substring(Yaml.SOURCE.indexOf("apiVersion: sources.knative.dev/v1\nkind: PingSource"));
        String yaml = Yaml.SOUND.replace(
                ping,
                ping.replace(
                        "ref: {apiVersion: eventing.knative.dev/v1, kind: Broker, name: default}",
                        "ref: {apiVersion: serving.knative.dev/v1, kind: Service, name: shipping}"));

        assertThat(Yaml.load(folder, yaml).findings()).extracting(Finding::id).containsExactly("ping-to-service");
    }

    @Test // T-22
    void seesARouteToAClusterLocalService() {
        String yaml = Yaml.SOUND + """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: all, namespace: shop}
                spec:
                  rules:
                    - matches: [{path: {type: PathPrefix, value: /orders}, method: GET}]
                      backendRefs: [{name: shipping, port: 80}]
                """;

        Manifests manifests = Yaml.load(folder, yaml);

        assertThat(manifests.findings()).extracting(Finding::id).containsExactly("route-to-local-service");
        assertThat(manifests.routes().getFirst().rules().getFirst().matches())
                .containsExactly(
                        new RouteManifest.Match(RouteManifest.PathType.PREFIX, "/orders", "GET", List.of(), List.of()));
    }

    @Test
    void everyRuleHasItsOwnName() {
        assertThat(Lint.rules()).extracting(LintRule::id).doesNotHaveDuplicates();
    }
}
