package by.belparcel.pickuppoints.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuppoints.model.Room;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The room at pick-up points. Whoever locks parcels and a point locks the parcels first. */
public interface Rooms {

    /** The point, its row locked until the end of the transaction; empty when there is none. */
    Mono<Room> lock(Transaction tx, String pvzId);

    /** Cells that hold something. Only under the point's lock nobody else takes another one. */
    Mono<Set<String>> taken(Transaction tx, String pvzId);

    /** Writes stock and fill level. */
    Mono<Void> save(ParcelWork work, Room room);
}
