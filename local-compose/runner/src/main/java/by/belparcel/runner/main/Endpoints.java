package by.belparcel.runner.main;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses that a process gets instead of those of the manifests. Cluster addresses in any variable become paths of the cluster
 * listener.
 */
record Endpoints(String dbDsn, String kafkaBrokers, Map<String, String> s3, int clusterPort) {

    private static final Pattern CLUSTER =
            Pattern.compile("http://([a-z0-9-]+)\\.([a-z0-9-]+)\\.svc(?:\\.cluster\\.local)?(?::80)?(?![a-z0-9.:-])");

    Map<String, String> applyTo(Map<String, String> manifest) {
        Map<String, String> env = new LinkedHashMap<>();
        manifest.forEach((name, value) -> env.put(name, rewrite(value)));
        env.put("DB_DSN", dbDsn);
        env.put("KAFKA_BROKERS", kafkaBrokers);
        env.computeIfPresent("DATABASE_URL", (name, value) -> dbDsn);
        env.computeIfPresent("REDPANDA_BROKERS", (name, value) -> kafkaBrokers);
        s3.forEach((name, value) -> env.computeIfPresent(name, (same, old) -> value));
        return env;
    }

    private String rewrite(String value) {
        Matcher matcher = CLUSTER.matcher(value);
        return matcher.replaceAll(
                found -> "http://127.0.0.1:" + clusterPort + "/" + found.group(2) + "/" + found.group(1));
    }
}
