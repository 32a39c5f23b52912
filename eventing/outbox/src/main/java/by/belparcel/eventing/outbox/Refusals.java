package by.belparcel.eventing.outbox;

import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Tells a record that Kafka refuses (its key is parked) from a Kafka that is away (nothing is parked). */
final class Refusals {

    private static final int MAX_LENGTH = 500;

    private Refusals() {}

    /** Why this record was refused, or null when the failure is not the record's. */
    static @Nullable String reason(Throwable failure) {
        return switch (failure) {
            case RecordTooLargeException e -> text(e);
            case RecordBatchTooLargeException e -> text(e);
            case InvalidTopicException e -> text(e);
            case UnknownTopicOrPartitionException e -> text(e);
            case TopicAuthorizationException e -> text(e);
            case InvalidTimestampException e -> text(e);
            case PolicyViolationException e -> text(e);
            case SerializationException e -> text(e);
            // "Not in the metadata" comes as a timeout; its cause says whether the broker answered at all.
            case TimeoutException e when e.getCause() instanceof UnknownTopicOrPartitionException cause -> text(cause);
            case TimeoutException e when e.getCause() instanceof InvalidTopicException cause -> text(cause);
            default -> failure instanceof org.apache.kafka.common.InvalidRecordException ? text(failure) : null;
        };
    }

    /** Whether every other record of the topic would be refused too. */
    static boolean concernsTopic(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof UnknownTopicOrPartitionException
                || failure instanceof InvalidTopicException
                || failure instanceof TopicAuthorizationException;
    }

    private static String text(Throwable failure) {
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
