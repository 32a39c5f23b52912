package by.belparcel.orders.model;

import by.belparcel.kernel.OrderState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order beside one batch: decides what the batch's events do to it. Events of two batches come in any order, so an order
 * counts as batched while any batch holds it. Empty results mean that the event changes nothing.
 *
 * @param hubId the last hub it came to
 * @param membership absent while the batch was never seen to hold it
 * @param waitsElsewhere whether another batch holds it, too
 */
public record Carried(
        OrderProgress progress,
        @Nullable String hubId,
        @Nullable Membership membership,
        boolean waitsElsewhere) {

    public Optional<Haul> added() {
        return membership == null || membership == Membership.OUT
                ? Optional.of(Haul.of(step(OrderTrigger.ADDED_TO_BATCH, null), Membership.IN))
                : Optional.empty();
    }

    /** Back to where it waited before; a parcel that is on its way stays with the batch. */
    public Optional<Haul> removed(String reason) {
        if (membership == null || !membership.waits()) {
            return Optional.empty();
        }
        OrderTrigger back = hubId == null ? OrderTrigger.REMOVED_FROM_BATCH : OrderTrigger.REMOVED_FROM_HUB_BATCH;
        return Optional.of(Haul.of(waitsElsewhere ? null : step(back, reason), Membership.OUT));
    }

    /** Into the batch that it had left, because its carrier has it on board. Batching does the same as soon as it hears of it. */
    public Optional<Haul> broughtBack() {
        boolean waits = progress.state() == OrderState.BATCHED
                || progress.step(OrderTrigger.ADDED_TO_BATCH, null).isPresent();
        return membership == Membership.OUT && waits ? added() : Optional.empty();
    }

    public Optional<Haul> pickedUp(boolean scanned) {
        if (membership == null || !membership.waits()) {
            return Optional.empty();
        }
        if (scanned) {
            return Optional.of(Haul.of(step(OrderTrigger.PICKED_UP, null), Membership.PICKED_UP));
        }
        return membership == Membership.IN ? Optional.of(Haul.of(null, Membership.LEFT_BEHIND)) : Optional.empty();
    }

    public Optional<Haul> delivered() {
        return membership == Membership.PICKED_UP
                ? Optional.of(Haul.of(step(OrderTrigger.DELIVERED_TO_PVZ, null), Membership.OUT))
                : Optional.empty();
    }

    public Optional<Haul> receivedAtHub(String hub) {
        return membership == Membership.PICKED_UP
                ? Optional.of(new Haul(step(OrderTrigger.RECEIVED_AT_HUB, null), Membership.AT_HUB, hub, false))
                : Optional.empty();
    }

    /** Also takes the step to the hub, should the receipt come later. */
    public Optional<Haul> disbanded(String hub) {
        if (membership == Membership.AT_HUB) {
            return Optional.of(new Haul(null, Membership.OUT, hub, progress.state() == OrderState.AT_HUB));
        }
        return receivedAtHub(hub).map(haul -> new Haul(haul.step(), Membership.OUT, hub, haul.step() != null));
    }

    /** Whether it waits in the batch as if nobody had picked it up yet. */
    public boolean awaitsPickup() {
        return membership == Membership.IN && progress.state() == OrderState.BATCHED;
    }

    private @Nullable Step step(OrderTrigger trigger, @Nullable String reason) {
        return progress.step(trigger, reason).orElse(null);
    }
}
