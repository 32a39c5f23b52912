package by.belparcel.events;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.PaymentMethod;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Facts about payments; key = payment id. */
public sealed interface PaymentEvent extends DomainEvent {

    Instant at();

    /** The provider reserved the amount. */
    record Authorized(
            String paymentId,
            String orderId,
            Money amount,
            PaymentMethod method,
            @Nullable Instant authExpiresAt,
            Instant at)
            implements PaymentEvent {
        public static final EventType<Authorized> TYPE =
                EventType.v1("payment.authorized", Topics.PAYMENT, Authorized.class);

        @Override
        public EventType<Authorized> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return paymentId;
        }
    }

    /** The provider refused for good. */
    record Declined(String paymentId, String orderId, String code, Instant at) implements PaymentEvent {
        public static final EventType<Declined> TYPE = EventType.v1("payment.declined", Topics.PAYMENT, Declined.class);

        @Override
        public EventType<Declined> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return paymentId;
        }
    }

    /** The provider did not answer in time; it will be asked again. */
    record Unknown(
            String paymentId, String orderId, @Nullable Instant nextCheckAt, Instant at) implements PaymentEvent {
        public static final EventType<Unknown> TYPE = EventType.v1("payment.unknown", Topics.PAYMENT, Unknown.class);

        @Override
        public EventType<Unknown> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return paymentId;
        }
    }

    /** Money was taken. */
    record Captured(String paymentId, String orderId, Money amount, Instant at) implements PaymentEvent {
        public static final EventType<Captured> TYPE = EventType.v1("payment.captured", Topics.PAYMENT, Captured.class);

        @Override
        public EventType<Captured> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return paymentId;
        }
    }

    /** The reserved amount could not be taken. */
    record CaptureFailed(String paymentId, String orderId, String code, Instant at) implements PaymentEvent {
        public static final EventType<CaptureFailed> TYPE =
                EventType.v1("payment.capture-failed", Topics.PAYMENT, CaptureFailed.class);

        @Override
        public EventType<CaptureFailed> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return paymentId;
        }
    }

    /** The reservation was released; never to be called refunded. */
    record Voided(String paymentId, String orderId, Instant at) implements PaymentEvent {
        public static final EventType<Voided> TYPE = EventType.v1("payment.voided", Topics.PAYMENT, Voided.class);

        @Override
        public EventType<Voided> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return paymentId;
        }
    }

    /** The reservation could not be released. */
    record VoidFailed(String paymentId, String orderId, String code, Instant at) implements PaymentEvent {
        public static final EventType<VoidFailed> TYPE =
                EventType.v1("payment.void-failed", Topics.PAYMENT, VoidFailed.class);

        @Override
        public EventType<VoidFailed> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return paymentId;
        }
    }

    /** Money will be given back. */
    record RefundRequested(String paymentId, String refundId, String orderId, Money amount, String reason, Instant at)
            implements PaymentEvent {
        public static final EventType<RefundRequested> TYPE =
                EventType.v1("payment.refund-requested", Topics.PAYMENT, RefundRequested.class);

        @Override
        public EventType<RefundRequested> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return paymentId;
        }
    }

    /** The provider confirmed the refund. */
    record Refunded(String paymentId, String refundId, String orderId, Money amount, Instant settledAt, Instant at)
            implements PaymentEvent {
        public static final EventType<Refunded> TYPE = EventType.v1("payment.refunded", Topics.PAYMENT, Refunded.class);

        @Override
        public EventType<Refunded> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return paymentId;
        }
    }

    /** A refund attempt failed; manual when nobody retries it any more. */
    record RefundFailed(String paymentId, String refundId, String orderId, String code, boolean manual, Instant at)
            implements PaymentEvent {
        public static final EventType<RefundFailed> TYPE =
                EventType.v1("payment.refund-failed", Topics.PAYMENT, RefundFailed.class);

        @Override
        public EventType<RefundFailed> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return paymentId;
        }
    }
}
