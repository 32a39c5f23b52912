package by.belparcel.eventing.outbox;

import java.time.Duration;

/**
 * Bounds of the drain.
 *
 * @param rows most rows of one transaction
 * @param time after this long a transaction takes no further rows
 * @param connections shards drained at the same time by one process
 * @param attempts attempts to publish a refused row before its key is dead
 * @param backoff wait after the first attempt, doubled after each further one, each +-20 %
 * @param retryHorizon a tick waits for retries that are due within this time
 * @param unacked records of one transaction on their way to Kafka
 * @param unsureBytes rows of at least this size may be refused by the broker later: the next row of their key waits for the ack
 * @param aloneBytes rows of at least this size share no batch: a batch of several that the broker refuses is split by Kafka's producer,
 *     and what it splits off now and then waits until it expires, so that a refusal looks like a Kafka that is away
 */
public record OutboxLimits(
        int rows,
        Duration time,
        int connections,
        int attempts,
        Duration backoff,
        Duration retryHorizon,
        int unacked,
        int unsureBytes,
        int aloneBytes) {

    public static OutboxLimits defaults() {
        return new OutboxLimits(
                150_000,
                Duration.ofSeconds(4),
                2,
                5,
                Duration.ofSeconds(1),
                Duration.ofSeconds(20),
                8 * 1024,
                4 * 1024,
                64 * 1024);
    }

    public OutboxLimits withRows(int wanted) {
        return new OutboxLimits(
                wanted, time, connections, attempts, backoff, retryHorizon, unacked, unsureBytes, aloneBytes);
    }

    public OutboxLimits withConnections(int wanted) {
        return new OutboxLimits(rows, time, wanted, attempts, backoff, retryHorizon, unacked, unsureBytes, aloneBytes);
    }

    public OutboxLimits withAttempts(int wanted) {
        return new OutboxLimits(
                rows, time, connections, wanted, backoff, retryHorizon, unacked, unsureBytes, aloneBytes);
    }

    public OutboxLimits withBackoff(Duration wanted) {
        return new OutboxLimits(
                rows, time, connections, attempts, wanted, retryHorizon, unacked, unsureBytes, aloneBytes);
    }
}
