package by.belparcel.events;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Timers, reference data, dead letters and chaos settings. */
public sealed interface PlatformEvent extends DomainEvent {

    Instant at();

    /** A durable timer is due: a hint to look at the subject, never a command. */
    record TimerFired(String timerId, String kind, String subject, Instant dueAt, Instant at) implements PlatformEvent {
        public static final EventType<TimerFired> TYPE = EventType.v1("timer.fired", Topics.PLATFORM, TimerFired.class);

        @Override
        public EventType<TimerFired> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return subject;
        }

        @Override
        public Map<String, String> attributes() {
            return Map.of("timerkind", kind);
        }
    }

    /** Reference data changed; caches forget it. */
    record ReferenceUpdated(
            String kind,
            String id,
            long version,
            List<String> changed,
            @Nullable Map<String, Object> state,
            Instant at) implements PlatformEvent {
        public static final EventType<ReferenceUpdated> TYPE =
                EventType.v1("reference.updated", Topics.PLATFORM, ReferenceUpdated.class);

        @Override
        public EventType<ReferenceUpdated> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return id;
        }
    }

    /** An event could not be delivered. */
    record MessageDead(
            String messageId, String consumer, String eventType, String reason, String fingerprint, Instant at)
            implements PlatformEvent {
        public static final EventType<MessageDead> TYPE =
                EventType.v1("dlq.message-dead", Topics.PLATFORM, MessageDead.class);

        @Override
        public EventType<MessageDead> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return messageId;
        }
    }

    /** A frozen set of dead letters is sent again. */
    record RedriveStarted(
            String redriveId,
            @Nullable String consumer,
            @Nullable String fingerprint,
            int count,
            Instant at) implements PlatformEvent {
        public static final EventType<RedriveStarted> TYPE =
                EventType.v1("dlq.redrive-started", Topics.PLATFORM, RedriveStarted.class);

        @Override
        public EventType<RedriveStarted> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return redriveId;
        }
    }

    /** A redrive ended. */
    record RedriveCompleted(String redriveId, int resolved, int failed, Instant at) implements PlatformEvent {
        public static final EventType<RedriveCompleted> TYPE =
                EventType.v1("dlq.redrive-completed", Topics.PLATFORM, RedriveCompleted.class);

        @Override
        public EventType<RedriveCompleted> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return redriveId;
        }
    }

    /** A dead letter was set aside. */
    record MessageParked(
            String messageId, String consumer, String eventType, String reason, String fingerprint, Instant at)
            implements PlatformEvent {
        public static final EventType<MessageParked> TYPE =
                EventType.v1("dlq.parked", Topics.PLATFORM, MessageParked.class);

        @Override
        public EventType<MessageParked> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return messageId;
        }
    }

    /** A dead letter was given up: DISCARDED, EDITED or SUPERSEDED. */
    record MessageDiscarded(
            String messageId, String consumer, String eventType, String reason, String fingerprint, Instant at)
            implements PlatformEvent {
        public static final EventType<MessageDiscarded> TYPE =
                EventType.v1("dlq.discarded", Topics.PLATFORM, MessageDiscarded.class);

        @Override
        public EventType<MessageDiscarded> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return messageId;
        }
    }

    /** Somebody turned the chaos knob. */
    record ChaosChanged(
            String function,
            Map<String, Object> settings,
            @Nullable Instant expiresAt,
            String by,
            Instant at) implements PlatformEvent {
        public static final EventType<ChaosChanged> TYPE =
                EventType.v1("chaos.changed", Topics.PLATFORM, ChaosChanged.class);

        @Override
        public EventType<ChaosChanged> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return function;
        }
    }
}
