package by.belparcel.events;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts about prices and rule sets; key = rule-set version or quote id. */
public sealed interface PricingEvent extends DomainEvent {

    Instant at();

    /** A draft passed all checks. */
    record RulesetValidated(
            String version, String checksum, @Nullable Instant effectiveFrom, String by, Instant at)
            implements PricingEvent {
        public static final EventType<RulesetValidated> TYPE =
                EventType.v1("pricing.ruleset-validated", Topics.PLATFORM, RulesetValidated.class);

        @Override
        public EventType<RulesetValidated> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return version;
        }
    }

    /** A rule set will take effect at the given time. */
    record RulesetPublished(String version, String checksum, Instant effectiveFrom, String by, Instant at)
            implements PricingEvent {
        public static final EventType<RulesetPublished> TYPE =
                EventType.v1("pricing.ruleset-published", Topics.PLATFORM, RulesetPublished.class);

        @Override
        public EventType<RulesetPublished> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return version;
        }
    }

    /** A rule set is in force. @param content the whole rule set, at most 48 KiB of JSON, so that others can price by it */
    record RulesetActivated(
            String version,
            String checksum,
            Instant effectiveFrom,
            String by,
            @Nullable Map<String, Object> content,
            Instant at)
            implements PricingEvent {
        public static final EventType<RulesetActivated> TYPE =
                EventType.v1("pricing.ruleset-activated", Topics.PLATFORM, RulesetActivated.class);

        @Override
        public EventType<RulesetActivated> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return version;
        }
    }

    /** A rule set is no longer in force. */
    record RulesetRetired(String version, String checksum, Instant effectiveFrom, String by, Instant at)
            implements PricingEvent {
        public static final EventType<RulesetRetired> TYPE =
                EventType.v1("pricing.ruleset-retired", Topics.PLATFORM, RulesetRetired.class);

        @Override
        public EventType<RulesetRetired> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return version;
        }
    }

    /**
     * A price was offered; every quote is announced.
     *
     * @param fingerprint of the order draft that was priced
     * @param facts everything the rules looked at
     */
    record Quoted(
            String quoteId,
            Money total,
            String rulesetVersion,
            @Nullable String shopId,
            @Nullable String fingerprint,
            @Nullable Instant expiresAt,
            @Nullable List<QuotedLine> lines,
            @Nullable Map<String, Object> facts,
            Instant at)
            implements PricingEvent {
        public static final EventType<Quoted> TYPE = EventType.v1("pricing.quoted", Topics.PLATFORM, Quoted.class);

        @Override
        public EventType<Quoted> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return quoteId;
        }
    }

    /** Another rule set was tried on past orders. @param delta change of the sum of their prices in kopecks */
    record SimulationCompleted(String simulationId, String ruleset, long orders, long delta, Instant at)
            implements PricingEvent {
        public static final EventType<SimulationCompleted> TYPE =
                EventType.v1("pricing.simulation-completed", Topics.PLATFORM, SimulationCompleted.class);

        @Override
        public EventType<SimulationCompleted> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return simulationId;
        }
    }

    /** An operator changed a price. */
    record Adjusted(String orderId, Money from, Money to, String reason, String by, Instant at)
            implements PricingEvent {
        public static final EventType<Adjusted> TYPE =
                EventType.v1("pricing.adjusted", Topics.PLATFORM, Adjusted.class);

        @Override
        public EventType<Adjusted> type() {
            return TYPE;
        }

        @Override
        public String aggregateId() {
            return orderId;
        }
    }
}
