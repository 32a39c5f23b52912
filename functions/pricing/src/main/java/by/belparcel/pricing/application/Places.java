package by.belparcel.pricing.application;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pricing.rules.Distance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where warehouses and pick-up points are: a projection of the reference data. */
public interface Places {

    Mono<Known> known(Transaction tx, String warehouseId, String pvzId);

    /** False when a newer state is known already. */
    Mono<Boolean> record(Transaction tx, Place place);

    /** A place; {@code kind} is WAREHOUSE or PVZ, coordinates in degrees. */
    record Place(String id, String kind, double lat, double lng, long version) {}

    /** What is known of the two ends of an order. */
    record Known(@Nullable Place warehouse, @Nullable Place pvz) {

        /** Distance in km, empty when an end is unknown. */
        public Optional<Integer> distanceKm() {
            return warehouse == null || pvz == null
                    ? Optional.empty()
                    : Optional.of(Distance.km(warehouse.lat(), warehouse.lng(), pvz.lat(), pvz.lng()));
        }
    }
}
