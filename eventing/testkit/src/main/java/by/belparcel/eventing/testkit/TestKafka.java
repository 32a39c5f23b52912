package by.belparcel.eventing.testkit;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The test JVM's real Kafka broker. */
public final class TestKafka {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestKafka() {}

    /** {@code host:port}; starts the broker when it is first asked for. */
    public static String brokers() {
        return Servers.kafka().brokers();
    }

    /** A new topic of this test alone. @return its name */
    public static String topic(String prefix, int partitions) {
        String name = prefix + "-" + NEXT.incrementAndGet();
        Servers.kafka().createTopics(Map.of(name, partitions));
        return name;
    }

    /** Makes topics with fixed names where they do not exist yet. */
    public static void topics(Map<String, Integer> partitionsByName) {
        Servers.kafka().createTopics(partitionsByName);
    }
}
