package by.belparcel.runner.eventing;

import java.util.concurrent.CompletableFuture;

/** Writes an event to a topic; complete when Kafka acknowledged it, failed when it did not. */
@FunctionalInterface
interface Publication {

    CompletableFuture<Void> publish(String topic, Event event, boolean structured, int hops);
}
