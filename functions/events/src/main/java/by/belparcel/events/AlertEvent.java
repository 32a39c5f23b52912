package by.belparcel.events;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.kernel.AlertKind;
import by.belparcel.kernel.AlertSeverity;
import java.time.Instant;

/** Facts about alerts; key = alert id. */
public sealed interface AlertEvent extends DomainEvent {

    Instant at();

    /** Something wants an operator's eye. */
    record Raised(
            String alertId,
            AlertKind kind,
            AlertSeverity severity,
            String subjectType,
            String subject,
            int count,
            Instant at)
            implements AlertEvent {
        public static final EventType<Raised> TYPE = EventType.v1("alert.raised", Topics.PLATFORM, Raised.class);

        @Override
        public EventType<Raised> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return alertId;
        }
    }

    /** Somebody looks after it. */
    record Acknowledged(
            String alertId,
            AlertKind kind,
            AlertSeverity severity,
            String subjectType,
            String subject,
            int count,
            String by,
            Instant at)
            implements AlertEvent {
        public static final EventType<Acknowledged> TYPE =
                EventType.v1("alert.acknowledged", Topics.PLATFORM, Acknowledged.class);

        @Override
        public EventType<Acknowledged> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return alertId;
        }
    }

    /** Quiet for a while. */
    record Snoozed(
            String alertId,
            AlertKind kind,
            AlertSeverity severity,
            String subjectType,
            String subject,
            int count,
            String by,
            Instant until,
            Instant at)
            implements AlertEvent {
        public static final EventType<Snoozed> TYPE = EventType.v1("alert.snoozed", Topics.PLATFORM, Snoozed.class);

        @Override
        public EventType<Snoozed> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return alertId;
        }
    }

    /** Over. @param auto whether the condition went by itself */
    record Resolved(
            String alertId,
            AlertKind kind,
            AlertSeverity severity,
            String subjectType,
            String subject,
            int count,
            boolean auto,
            Instant at)
            implements AlertEvent {
        public static final EventType<Resolved> TYPE = EventType.v1("alert.resolved", Topics.PLATFORM, Resolved.class);

        @Override
        public EventType<Resolved> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return alertId;
        }
    }
}
