package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuptickets.model.Standing;
import reactor.core.publisher.Mono;

/** What is known of the parcels of orders, in whatever order the news comes. */
public interface Parcels {

    /** Keeps the news unless newer is known. @param version of the parcel after the fact */
    Mono<Void> record(Transaction tx, ParcelNews news, long version);

    /** How the parcels of the order stand; call it when the ticket is locked, so that it sees what others have committed. */
    Mono<Standing> standing(Transaction tx, String orderId);
}
