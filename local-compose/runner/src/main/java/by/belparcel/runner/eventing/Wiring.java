package by.belparcel.runner.eventing;

import by.belparcel.runner.manifest.BrokerManifest;
import by.belparcel.runner.manifest.DeliveryPolicy;
import by.belparcel.runner.manifest.Key;
import by.belparcel.runner.manifest.Manifests;
import by.belparcel.runner.manifest.SourceManifest;
import by.belparcel.runner.manifest.TriggerManifest;
import by.belparcel.runner.serving.ClusterNetwork;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Turns KafkaSources and Triggers into subscriptions. */
final class Wiring {

    private final Map<Key, BrokerManifest> brokers = new HashMap<>();
    private final Publication publisher;
    private final ClusterNetwork network;
    private final Options options;
    private final Executor threads;
    private final Stop stop;

    Wiring(
            Manifests manifests,
            Publication publisher,
            ClusterNetwork network,
            Options options,
            Executor threads,
            Stop stop) {
        manifests.brokers().forEach(broker -> brokers.put(broker.key(), broker));
        this.publisher = publisher;
        this.network = network;
        this.options = options;
        this.threads = threads;
        this.stop = stop;
    }

    Subscription source(SourceManifest source) {
        Subscription.Selection everything = item -> Optional.of(item.event()
                .orElseGet(() -> PlainRecords.event(source, item.record()))
                .overridden(source.extensions()));
        return subscription(
                "KafkaSource " + source.key(),
                source.consumerGroup(),
                source.topics(),
                source.fromEarliest() ? Subscription.Start.EARLIEST : Subscription.Start.LATEST,
                source.ordered(),
                everything,
                source.key(),
                source.sink(),
                source.delivery(),
                ReplyRule.discard());
    }

    Subscription trigger(TriggerManifest trigger) {
        BrokerManifest broker = brokers.get(trigger.broker());
        if (broker == null) {
            throw new IllegalArgumentException("Trigger " + trigger.key() + " has no Broker " + trigger.broker());
        }
        EventFilter filter = EventFilter.of(trigger.filter());
        return subscription(
                "Trigger " + trigger.key(),
                trigger.consumerGroup(),
                List.of(broker.topic()),
                Subscription.Start.LATEST,
                trigger.ordered(),
                item -> item.event().filter(filter::matches),
                trigger.key(),
                trigger.subscriber(),
                trigger.delivery(),
                new BrokerReplies(publisher, broker.topic()));
    }

    private Subscription subscription(
            String name,
            String group,
            List<String> topics,
            Subscription.Start start,
            boolean ordered,
            Subscription.Selection selection,
            Key key,
            URI to,
            DeliveryPolicy policy,
            ReplyRule replies) {
        Counters counters = new Counters();
        Delivery.Route route = new Delivery.Route(name, key.namespace(), to, policy, replies);
        Delivery delivery = new Delivery(route, network, options, stop, counters);
        return new Subscription(name, group, topics, start, ordered, selection, delivery, counters, threads, stop);
    }
}
