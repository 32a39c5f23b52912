package by.belparcel.runner.eventing;

/** A KafkaSource or PingSource since the runner started; {@code lag} is records not yet done (-1 when Kafka does not say). */
public record SourceStatus(
        String name, String kind, long delivered, long retried, long dead, long lost, long inFlight, long lag) {}
