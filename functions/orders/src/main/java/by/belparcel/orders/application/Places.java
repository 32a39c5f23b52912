package by.belparcel.orders.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.orders.model.PickupPoint;
import java.util.List;
import reactor.core.publisher.Mono;

/** The projection of reference data. */
public interface Places {

    /** Everything that placing an order needs to know, in one round trip; draws the next running number. */
    Mono<PlacingFacts> facts(Transaction tx, String shopId, String warehouseId, String pvzId);

    /** Up to three accepting points nearest to this one that take the weight. */
    Mono<List<Alternative>> alternatives(Transaction tx, PickupPoint near, int heaviestParcelG);

    /** Takes over a newer state of a warehouse, pick-up point or shop; false when it is not newer. */
    Mono<Boolean> adopt(Transaction tx, PlaceUpdate update);

    record Alternative(String pvzId, String code, long distanceM) {}
}
