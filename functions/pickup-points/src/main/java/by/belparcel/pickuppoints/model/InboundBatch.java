package by.belparcel.pickuppoints.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A batch that goes to a point. What carriers did reaches this context in any order, so each step only adds what is new.
 *
 * @param destination the point, absent as long as nobody said so
 * @param toHub the destination sorts it; its orders travel on
 * @param bodyHash of the last receipt
 */
public record InboundBatch(
        String id,
        @Nullable String destination,
        boolean toHub,
        InboundState state,
        long version,
        @Nullable Instant deliveredAt,
        @Nullable Instant receivedAt,
        @Nullable String bodyHash) {

    public InboundBatch bound(@Nullable String to, boolean hub) {
        return destination != null || to == null
                ? this
                : new InboundBatch(id, to, hub, state, version + 1, deliveredAt, receivedAt, bodyHash);
    }

    public InboundBatch onItsWay() {
        return state == InboundState.ANNOUNCED
                ? new InboundBatch(
                        id, destination, toHub, InboundState.ON_ITS_WAY, version + 1, deliveredAt, receivedAt, bodyHash)
                : this;
    }

    /** Handed over at this point, whatever its destination was. */
    public InboundBatch delivered(String at, Instant when) {
        return state == InboundState.ANNOUNCED || state == InboundState.ON_ITS_WAY
                ? new InboundBatch(id, at, false, InboundState.DELIVERED, version + 1, when, receivedAt, bodyHash)
                : this;
    }

    public InboundBatch split() {
        return state == InboundState.ANNOUNCED || state == InboundState.ON_ITS_WAY
                ? new InboundBatch(
                        id, destination, toHub, InboundState.SPLIT, version + 1, deliveredAt, receivedAt, bodyHash)
                : this;
    }

    /** @param partly something is still missing */
    public InboundBatch received(boolean partly, String hash, Instant when) {
        return new InboundBatch(
                id,
                destination,
                toHub,
                partly ? InboundState.PARTIALLY_RECEIVED : InboundState.RECEIVED,
                version + 1,
                deliveredAt,
                when,
                hash);
    }
}
