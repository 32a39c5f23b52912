package by.belparcel.runner.manifest;

import by.belparcel.runner.manifest.LintRule.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules over KafkaSources, PingSources and topics (T-20, T-23, T-24). */
final class SourceRules {

    static final List<LintRule> ALL = List.of(
            new LintRule("initial-offset", Severity.ERROR, SourceRules::initialOffset),
            new LintRule("source-ordering", Severity.ERROR, SourceRules::ordering),
            new LintRule("consumers", Severity.WARNING, SourceRules::consumers),
            new LintRule("undeclared-topic", Severity.WARNING, SourceRules::undeclaredTopic),
            new LintRule("topic-retention", Severity.WARNING, SourceRules::retention),
            new LintRule("ping-to-service", Severity.ERROR, SourceRules::pingToService),
            new LintRule("ping-timezone", Severity.WARNING, SourceRules::pingTimezone),
            new LintRule("no-partition-key", Severity.WARNING, SourceRules::noPartitionKey));

    private static final String PING_TYPE = "dev.knative.sources.ping";

    private SourceRules() {}

    private static List<Hit> initialOffset(LintInput input) {
        return input.kafkaSources().stream()
                .filter(each -> !each.spec().at("initialOffset").text("latest").equals("earliest"))
                .map(each -> new Hit(
                        at(each, "initialOffset"),
                        "KafkaSource " + each.key() + " starts at latest: what was written before it is skipped"))
                .toList();
    }

    private static List<Hit> ordering(LintInput input) {
        return input.kafkaSources().stream()
                .filter(each -> !each.spec().at("ordering").text("").equals("ordered"))
                .map(each ->
                        new Hit(at(each, "ordering"), "KafkaSource " + each.key() + " does not say ordering: ordered"))
                .toList();
    }

    private static List<Hit> consumers(LintInput input) {
        List<Hit> hits = new ArrayList<>();
        for (SourceManifest source : input.manifests().sources()) {
            int partitions = source.topics().stream()
                    .mapToInt(topic ->
                            topic(input, topic).map(TopicManifest::partitions).orElse(Integer.MAX_VALUE))
                    .max()
                    .orElse(Integer.MAX_VALUE);
            if (source.consumers() > partitions) {
                hits.add(new Hit(
                        source.place(),
                        "KafkaSource " + source.key() + " has " + source.consumers() + " consumers for " + partitions
                                + " partitions"));
            }
        }
        return hits;
    }

    private static List<Hit> undeclaredTopic(LintInput input) {
        List<Hit> hits = new ArrayList<>();
        for (SourceManifest source : input.manifests().sources()) {
            for (String topic : source.topics()) {
                if (topic(input, topic).isEmpty() && !madeBySink(input, topic)) {
                    hits.add(new Hit(source.place(), "topic " + topic + " has no KafkaTopic: nobody creates it"));
                }
            }
        }
        for (SinkManifest sink : input.manifests().sinks()) {
            if (topic(input, sink.topic()).isEmpty() && sink.partitions() == null) {
                hits.add(new Hit(sink.place(), "topic " + sink.topic() + " has no KafkaTopic: nobody creates it"));
            }
        }
        return hits;
    }

    private static List<Hit> retention(LintInput input) {
        return input.manifests().topics().stream()
                .filter(each -> !each.config().containsKey("retention.ms"))
                .map(each -> new Hit(
                        each.place(), "topic " + each.topic() + " leaves retention.ms to the cluster's default"))
                .toList();
    }

    private static List<Hit> pingToService(LintInput input) {
        return input.manifests().pings().stream()
                .filter(each -> input.brokerAt(each.sink()).isEmpty())
                .map(each -> new Hit(
                        each.place(),
                        "PingSource " + each.key() + " does not go to a Broker: a single 500 loses the tick"))
                .toList();
    }

    private static List<Hit> pingTimezone(LintInput input) {
        return input.manifests().pings().stream()
                .filter(each ->
                        each.timezone() == null && !each.schedule().contains("TZ=") && namesAnHour(each.schedule()))
                .map(each -> new Hit(
                        each.place(), "PingSource " + each.key() + " names an hour but no timezone: it is read as UTC"))
                .toList();
    }

    private static boolean namesAnHour(String schedule) {
        String[] fields = schedule.strip().split("\\s+", -1);
        return schedule.startsWith("@")
                ? !schedule.equals("@hourly")
                : fields.length >= 5 && !fields[fields.length - 4].startsWith("*");
    }

    private static List<Hit> noPartitionKey(LintInput input) {
        List<Hit> hits = new ArrayList<>();
        for (PingManifest ping : input.manifests().pings()) {
            Optional<BrokerManifest> broker = input.brokerAt(ping.sink());
            boolean ordered = broker.isPresent()
                    && input.manifests().triggers().stream()
                            .anyMatch(each -> each.ordered()
                                    && each.broker().equals(broker.get().key())
                                    && mayPass(each, ping));
            if (ordered && !ping.extensions().containsKey("partitionkey")) {
                hits.add(new Hit(
                        ping.place(),
                        "PingSource " + ping.key()
                                + " feeds an ordered Trigger without ceOverrides partitionkey: there is no order"));
            }
        }
        return hits;
    }

    private static boolean mayPass(TriggerManifest trigger, PingManifest ping) {
        Set<String> types = TriggerRules.types(trigger.filter());
        return types.isEmpty() || types.contains(ping.extensions().getOrDefault("type", PING_TYPE));
    }

    private static Optional<TopicManifest> topic(LintInput input, String name) {
        return input.manifests().topics().stream()
                .filter(each -> each.topic().equals(name))
                .findFirst();
    }

    private static boolean madeBySink(LintInput input, String topic) {
        return input.manifests().sinks().stream()
                .anyMatch(each -> each.topic().equals(topic) && each.partitions() != null);
    }

    private static Place at(Resource resource, String field) {
        View view = resource.spec().at(field);
        return view.present() ? view.place() : resource.place();
    }
}
