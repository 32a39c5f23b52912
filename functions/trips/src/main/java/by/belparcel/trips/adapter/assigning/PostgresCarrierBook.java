package by.belparcel.trips.adapter.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.Availability;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.trips.application.assigning.CarrierBook;
import by.belparcel.trips.model.assigning.Candidate;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Writes {@code trips.carrier}; every method is one statement. */
public final class PostgresCarrierBook implements CarrierBook {

    @Override
    public Mono<Boolean> adopt(Transaction tx, Reference r, Instant at) {
        Candidate.Vehicle vehicle = r.vehicle();
        return changed(tx.update(
                CarrierSql.ADOPT,
                r.carrierId(),
                r.version(),
                r.active(),
                at,
                r.homeWarehouse(),
                vehicle.type(),
                vehicle.payloadG(),
                vehicle.volumeCm3(),
                vehicle.slots(),
                r.skills().toArray(String[]::new),
                r.maxParallelTrips()));
    }

    @Override
    public Mono<Boolean> activate(Transaction tx, String carrierId, boolean active, Instant at) {
        return changed(tx.update(CarrierSql.ACTIVE, carrierId, active, at));
    }

    @Override
    public Mono<Boolean> available(
            Transaction tx, String carrierId, Availability availability, @Nullable GeoPoint place, Instant at) {
        return changed(tx.update(
                CarrierSql.AVAILABILITY,
                carrierId,
                availability.name(),
                at,
                PostgresAssignments.lat(place),
                PostgresAssignments.lng(place)));
    }

    @Override
    public Mono<Boolean> shift(
            Transaction tx,
            String carrierId,
            Candidate.@Nullable Vehicle vehicle,
            @Nullable Instant endsBy,
            Instant at) {
        if (vehicle == null || endsBy == null) {
            return changed(tx.update(CarrierSql.SHIFT_ENDED, carrierId, at));
        }
        return changed(tx.update(
                CarrierSql.SHIFT_STARTED,
                carrierId,
                endsBy,
                at,
                vehicle.type(),
                vehicle.payloadG(),
                vehicle.volumeCm3(),
                vehicle.slots()));
    }

    @Override
    public Mono<Void> contact(Transaction tx, String carrierId, Instant at) {
        return tx.update(CarrierSql.CONTACT, carrierId, at).then();
    }

    @Override
    public Mono<GeoPoint> position(Transaction tx, String carrierId) {
        return tx.first(CarrierSql.POSITION, row -> Optional.ofNullable(Rows.point(row, "lat", "lng")), carrierId)
                .flatMap(Mono::justOrEmpty);
    }

    private static Mono<Boolean> changed(Mono<Long> rows) {
        return rows.map(count -> count > 0);
    }
}
