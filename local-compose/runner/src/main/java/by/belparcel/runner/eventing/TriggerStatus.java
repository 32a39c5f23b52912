package by.belparcel.runner.eventing;

/** A Trigger since the runner started; {@code lag} is records of the broker's topic not yet done (-1 when Kafka does not say). */
public record TriggerStatus(
        String name,
        String broker,
        String subscriber,
        long delivered,
        long retried,
        long dead,
        long lost,
        long inFlight,
        long lag) {}
