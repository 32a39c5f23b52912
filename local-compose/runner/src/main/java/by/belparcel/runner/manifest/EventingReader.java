package by.belparcel.runner.manifest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Reads Broker, Trigger, KafkaSource, KafkaSink, PingSource and KafkaTopic. */
final class EventingReader {

    static final String ORDER = "kafka.eventing.knative.dev/delivery.order";
    private static final String EVENTING = "eventing.knative.dev";
    private static final String SOURCES = "sources.knative.dev";

    private final Loading loading;
    private final DeliveryReader deliveries;

    EventingReader(Loading loading) {
        this.loading = loading;
        this.deliveries = new DeliveryReader(loading);
    }

    List<BrokerManifest> brokers() {
        return loading.all(EVENTING, "Broker").stream().map(this::broker).toList();
    }

    List<TriggerManifest> triggers(List<BrokerManifest> brokers) {
        return loading.all(EVENTING, "Trigger").stream()
                .map(each -> trigger(each, brokers))
                .toList();
    }

    List<SourceManifest> sources() {
        return loading.all(SOURCES, "KafkaSource").stream().map(this::source).toList();
    }

    List<SinkManifest> sinks() {
        return loading.all(EVENTING, "KafkaSink").stream().map(this::sink).toList();
    }

    List<PingManifest> pings() {
        return loading.all(SOURCES, "PingSource").stream().map(this::ping).toList();
    }

    List<TopicManifest> topics() {
        return loading.all("kafka.strimzi.io", "KafkaTopic").stream()
                .map(each -> new TopicManifest(
                        each.spec().at("topicName").text(each.name()),
                        each.spec().at("partitions").whole(1),
                        each.spec().at("replicas").whole(1),
                        each.spec().at("config").map(),
                        each.place()))
                .toList();
    }

    private BrokerManifest broker(Resource resource) {
        View type = resource.view().at("metadata", "annotations", EVENTING + "/broker.class");
        if (!type.text("").equals("Kafka")) {
            loading.fatal(
                    type.present() ? type.place() : resource.place(),
                    "only brokers of class Kafka are supported (annotation eventing.knative.dev/broker.class)");
        }
        Key key = resource.key();
        View config = resource.spec().at("config");
        Key map = new Key(
                config.at("namespace").text(key.namespace()), config.at("name").text(""));
        Map<String, String> data = loading.find("", "ConfigMap", map)
                .map(found -> found.view().at("data").map())
                .orElse(Map.of());
        if (config.present() && data.isEmpty()) {
            loading.lint(
                    "missing-reference",
                    Severity.ERROR,
                    config.place(),
                    "ConfigMap " + map + " is not in the manifests; its defaults are used");
        }
        String external = resource.annotations().get("kafka.eventing.knative.dev/external.topic");
        return new BrokerManifest(
                key,
                external == null ? "knative-broker-" + key.namespace() + "-" + key.name() : external,
                external != null,
                number(resource, data, "default.topic.partitions", 10),
                number(resource, data, "default.topic.replication.factor", 3),
                deliveries.read(resource.spec().at("delivery"), key.namespace(), DeliveryPolicy.brokerDefault()),
                resource.place());
    }

    private int number(Resource resource, Map<String, String> data, String name, int missing) {
        try {
            return Integer.parseInt(data.getOrDefault(name, Integer.toString(missing)));
        } catch (NumberFormatException e) {
            loading.fatal(resource.place(), name + " of the broker's ConfigMap is no number");
            return missing;
        }
    }

    private TriggerManifest trigger(Resource resource, List<BrokerManifest> brokers) {
        Key key = resource.key();
        View spec = resource.spec();
        if (spec.at("brokerRef").present()) {
            loading.fatal(spec.at("brokerRef").place(), "brokerRef is not supported, write broker");
        }
        Key broker = new Key(key.namespace(), loading.required(spec, "broker"));
        DeliveryPolicy inherited = brokers.stream()
                .filter(each -> each.key().equals(broker))
                .findFirst()
                .map(BrokerManifest::delivery)
                .orElse(DeliveryPolicy.none());
        if (loading.find(EVENTING, "Broker", broker).isEmpty()) {
            loading.fatal(spec.at("broker").place(), "Broker " + broker + " is not in the manifests");
        }
        View order = resource.view().at("metadata", "annotations", ORDER);
        if (order.present() && !List.of("ordered", "unordered").contains(order.text(""))) {
            loading.fatal(order.place(), ORDER + " is ordered or unordered");
        }
        return new TriggerManifest(
                key,
                broker,
                new FilterReader(loading).read(spec),
                loading.destination(spec.at("subscriber"), key.namespace()),
                order.text("unordered").equals("ordered"),
                deliveries.read(spec.at("delivery"), key.namespace(), inherited),
                "knative-trigger-" + key.namespace() + "-" + key.name(),
                resource.place());
    }

    private SourceManifest source(Resource resource) {
        Key key = resource.key();
        View spec = resource.spec();
        if (spec.at("topics").list().isEmpty()) {
            loading.fatal(resource.place(), "topics is missing");
        }
        if (spec.at("bootstrapServers").list().isEmpty()) {
            loading.fatal(resource.place(), "bootstrapServers is missing");
        }
        // stable instead of random: a restarted runner goes on where the last one stopped
        UUID id = UUID.nameUUIDFromBytes(("kafkasource/" + key).getBytes(StandardCharsets.UTF_8));
        return new SourceManifest(
                key,
                spec.at("topics").texts(),
                spec.at("consumerGroup").text("knative-kafka-source-" + id),
                choice(spec.at("initialOffset"), "latest", "earliest").equals("earliest"),
                choice(spec.at("ordering"), "ordered", "unordered").equals("ordered"),
                deliveries.read(spec.at("delivery"), key.namespace(), DeliveryPolicy.sourceDefault()),
                loading.destination(spec.at("sink"), key.namespace()),
                spec.at("ceOverrides", "extensions").map(),
                keyType(resource),
                spec.at("consumers").whole(1),
                resource.place());
    }

    private String choice(View view, String missing, String other) {
        String text = view.text(missing);
        if (!text.equals(missing) && !text.equals(other)) {
            loading.fatal(view.place(), "write " + missing + " or " + other);
        }
        return text;
    }

    private SourceManifest.KeyType keyType(Resource resource) {
        String label = SOURCES.replace("sources", "kafkasources.sources") + "/key-type";
        String text = resource.labels().getOrDefault(label, "string");
        try {
            return SourceManifest.KeyType.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            loading.fatal(resource.place(), "label " + label + " is string, int, float or byte-array");
            return SourceManifest.KeyType.STRING;
        }
    }

    private SinkManifest sink(Resource resource) {
        View spec = resource.spec();
        String mode = choice(spec.at("contentMode"), "binary", "structured");
        if (spec.at("numPartitions").present() != spec.at("replicationFactor").present()) {
            loading.fatal(resource.place(), "numPartitions and replicationFactor go together");
        }
        return new SinkManifest(
                resource.key(),
                loading.required(spec, "topic"),
                mode.equals("structured"),
                spec.at("numPartitions").whole(),
                spec.at("replicationFactor").whole(),
                resource.place());
    }

    private PingManifest ping(Resource resource) {
        View spec = resource.spec();
        if (spec.at("data").present() && spec.at("dataBase64").present()) {
            loading.fatal(spec.at("dataBase64").place(), "data and dataBase64 exclude each other");
        }
        URI sink = loading.destination(spec.at("sink"), resource.key().namespace());
        try {
            CronSchedule.parse(
                    spec.at("schedule").text("* * * * *"), spec.at("timezone").text());
        } catch (IllegalArgumentException e) {
            loading.fatal(spec.at("schedule").place(), "no schedule: " + e.getMessage());
        }
        return new PingManifest(
                resource.key(),
                spec.at("schedule").text("* * * * *"),
                spec.at("timezone").text(),
                spec.at("contentType").text(),
                spec.at("data").text(),
                spec.at("dataBase64").text(),
                sink,
                spec.at("ceOverrides", "extensions").map(),
                resource.place());
    }
}
