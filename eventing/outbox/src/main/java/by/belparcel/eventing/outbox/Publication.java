package by.belparcel.eventing.outbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sends the rows of one transaction in order and learns which of them Kafka took. Used by one worker thread; acknowledgements
 * come from the producer's thread. After a failure of Kafka as a whole it takes further rows without sending them, because
 * cancelling a half-read result would cost more than reading it to its end.
 */
final class Publication {

    /**
     * @param lastSeq highest sequence that is dealt with: sent or held
     * @param sent rows that Kafka acknowledged
     * @param held rows behind a parked key, in order, refused ones first of their key
     * @param refusals reason by newly refused key
     * @param cut whether the time was up before the rows were
     */
    record Result(long lastSeq, int sent, List<HeldRow> held, Map<String, String> refusals, boolean cut) {}

    private record Refusal(LogRow row, Throwable failure, String reason) {}

    private final PublishingTools tools;
    private final ChaosPolicy chaos;
    private final Set<String> parked;
    private final boolean firstAlone;
    private final long deadline;
    private final Set<String> unsure = new HashSet<>();
    private final List<HeldRow> held = new ArrayList<>();
    private final Set<Long> heldSeqs = new HashSet<>();
    private final Map<String, String> refusals = new LinkedHashMap<>();
    private final Queue<Refusal> refused = new ConcurrentLinkedQueue<>();
    private final Producer<byte[], byte[]> producer;
    private volatile @Nullable Throwable failure;
    private final AtomicInteger unacked = new AtomicInteger();
    private long lastSeq;
    private int taken;
    private boolean cut;

    /**
     * @param parked keys that are parked already
     * @param firstAlone whether to wait for the first row's acknowledgement before the next row is sent
     */
    Publication(PublishingTools tools, ChaosPolicy chaos, Set<String> parked, boolean firstAlone, long deadline) {
        this.tools = tools;
        this.chaos = chaos;
        this.parked = new HashSet<>(parked);
        this.firstAlone = firstAlone;
        this.deadline = deadline;
        this.producer = tools.producer().get();
    }

    void offerAll(List<LogRow> rows) {
        for (LogRow row : rows) {
            offer(row);
        }
    }

    private void offer(LogRow row) {
        if (failure != null || cut) {
            return;
        }
        boolean alone = row.size() >= tools.limits().aloneBytes();
        boolean waits = alone || unsure.contains(row.aggregateId());
        // Every row would be too often for the clock; one that waits for acknowledgements may take seconds.
        if ((waits || (taken & 63) == 63) && isLate()) {
            cut = true;
            return;
        }
        learn();
        if (alone) {
            offerAlone(row);
            return;
        }
        if (waits) {
            await();
        }
        if (failure == null && (parked.contains(row.aggregateId()) || isRoom())) {
            take(row);
        }
    }

    /** With nothing of this process on the way, so that no other record gets into the batch. */
    private void offerAlone(LogRow row) {
        Lock alone = tools.producer().aloneInItsBatch();
        alone.lock();
        try {
            await();
            cut = isLate();
            if (failure == null && !cut) {
                take(row);
                await();
            }
        } finally {
            alone.unlock();
        }
    }

    private void take(LogRow row) {
        taken++;
        lastSeq = row.seq();
        if (parked.contains(row.aggregateId())) {
            hold(row);
        } else {
            send(row, row.aggregateId());
        }
    }

    private boolean isLate() {
        return System.nanoTime() - deadline > 0;
    }

    /** Bounds memory and, with a slow Kafka, what is left to wait for at the end; out of time, the piece ends here. */
    private boolean isRoom() {
        try {
            while (unacked.get() >= tools.limits().unacked()) {
                if (failure != null || isLate()) {
                    cut = true;
                    return false;
                }
                TimeUnit.MICROSECONDS.sleep(200);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void send(LogRow row, String key) {
        if (chaos.drops()) {
            tools.metrics().chaos("drop");
            refuse(row, "ChaosDrop: simulated failure");
            return;
        }
        ProducerRecord<byte[], byte[]> message;
        try {
            message = CloudEventRecords.of(row);
        } catch (RuntimeException e) {
            refuse(row, "Unreadable: " + e.getMessage());
            return;
        }
        String topicReason = tools.refusedTopics().reason(message.topic());
        if (topicReason != null) {
            refuse(row, topicReason);
            return;
        }
        if (row.size() >= tools.limits().unsureBytes() || (firstAlone && taken == 1)) {
            unsure.add(key);
        }
        transmit(row, message);
        if (chaos.duplicates()) {
            tools.metrics().chaos("duplicate");
            transmit(row, message);
        }
        if (taken == 1) {
            tools.points().reach("O2");
        }
    }

    private void transmit(LogRow row, ProducerRecord<byte[], byte[]> message) {
        unacked.incrementAndGet();
        Lock shared = tools.producer().inSharedBatches();
        shared.lock();
        try {
            var unused = producer.send(message, (metadata, exception) -> {
                unacked.decrementAndGet();
                if (exception != null) {
                    failed(row, exception);
                }
            });
        } catch (RuntimeException e) {
            failed(row, e);
        } finally {
            shared.unlock();
        }
    }

    /** In the producer's thread, or in ours when the producer knows at once. */
    private void failed(LogRow row, Throwable exception) {
        String reason = Refusals.reason(exception);
        if (reason != null) {
            refused.add(new Refusal(row, exception, reason));
        } else {
            failure = exception;
            tools.producer().discard(producer);
        }
    }

    /** Takes over what the producer's thread has found out. */
    private void learn() {
        for (Refusal refusal = refused.poll(); refusal != null; refusal = refused.poll()) {
            if (Refusals.concernsTopic(refusal.failure)) {
                tools.refusedTopics().add(CloudEventRecords.topic(refusal.row), refusal.reason);
            }
            refuse(refusal.row, refusal.reason);
        }
    }

    private void refuse(LogRow row, String reason) {
        parked.add(row.aggregateId());
        refusals.putIfAbsent(row.aggregateId(), reason);
        hold(row);
    }

    private void hold(LogRow row) {
        if (heldSeqs.add(row.seq())) {
            held.add(HeldRow.of(row));
        }
    }

    private void await() {
        producer.flush();
        unsure.clear();
        learn();
    }

    /** Waits for all acknowledgements. */
    Result finish() {
        if (failure == null && taken > 0) {
            await();
        }
        Throwable cause = failure;
        if (cause != null) {
            throw new OutboxUnavailable(cause);
        }
        held.sort(Comparator.comparingLong(HeldRow::seq));
        return new Result(lastSeq, taken - held.size(), List.copyOf(held), Map.copyOf(refusals), cut);
    }
}
