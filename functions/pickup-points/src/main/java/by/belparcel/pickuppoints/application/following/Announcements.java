package by.belparcel.pickuppoints.application.following;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.events.OrderEvent;
import by.belparcel.pickuppoints.application.AnnouncedParcel;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.InboundBatch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What orders say of parcels that will come. */
public interface Announcements {

    /** @param batchId that holds the order, absent = none at present. @return false when something newer is known */
    Mono<Boolean> announce(Transaction tx, OrderEvent.Batched event, @Nullable String batchId);

    /** Nobody expects the order's parcels any more. @return the clients who waited for them, where known */
    Mono<List<String>> cancel(ParcelWork work, String orderId);

    /**
     * Parcels of the batch's orders to its destination that the point does not know; those that it expects with another batch are
     * moved to this one.
     */
    Mono<List<AnnouncedParcel>> lacking(Transaction tx, InboundBatch batch);
}
