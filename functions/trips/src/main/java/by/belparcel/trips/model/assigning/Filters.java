package by.belparcel.trips.model.assigning;

import by.belparcel.kernel.Availability;
import by.belparcel.kernel.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hard filters: everything that speaks against a carrier, in the order of {@link Exclusion}. */
final class Filters {

    private final Need need;
    private final Instant now;
    private final RankingConfig config;

    Filters(Need need, Instant now, RankingConfig config) {
        this.need = need;
        this.now = now;
        this.config = config;
    }

    List<Exclusion> against(Candidate carrier) {
        List<Exclusion> reasons = new ArrayList<>();
        check(reasons, Exclusion.INACTIVE, !carrier.active() && !carrier.deactivated());
        check(reasons, Exclusion.DEACTIVATED, carrier.deactivated());
        check(reasons, Exclusion.SAME_CARRIER, carrier.carrierId().equals(need.fromCarrierId()));
        check(reasons, Exclusion.ALREADY_ASSIGNED, carrier.activeTrips() >= carrier.maxParallelTrips());
        check(reasons, Exclusion.CAPACITY_WEIGHT, carrier.vehicle().payloadG() < need.weightG());
        check(reasons, Exclusion.CAPACITY_VOLUME, !roomy(carrier.vehicle()));
        check(reasons, Exclusion.MISSING_SKILL, !carrier.skills().containsAll(need.skills()));
        check(reasons, Exclusion.PVZ_REQUIREMENT, !welcome(carrier.vehicle()));
        check(
                reasons,
                Exclusion.HOURS_EXCEEDED,
                carrier.drivenS() + need.durationS() > config.drivingMax().toSeconds());
        check(reasons, Exclusion.SHIFT_ENDS, ends(carrier.shiftEndsBy()));
        check(reasons, Exclusion.REJECTED_BEFORE, within(carrier.refusedAt(), config.refusalMemory()));
        check(reasons, Exclusion.NOT_ONLINE, !online(carrier));
        check(reasons, Exclusion.OUT_OF_RADIUS, !near(carrier.position()));
        return reasons;
    }

    private static void check(List<Exclusion> reasons, Exclusion reason, boolean holds) {
        if (holds) {
            reasons.add(reason);
        }
    }

    private boolean roomy(Candidate.Vehicle vehicle) {
        return vehicle.volumeCm3() >= need.volumeCm3() && vehicle.slots() >= need.slots();
    }

    private boolean welcome(Candidate.Vehicle vehicle) {
        return need.vehicleTypes().isEmpty() || need.vehicleTypes().contains(vehicle.type());
    }

    /** A carrier off shift may still be asked; it only gets no points for being on shift. */
    private boolean ends(@Nullable Instant shiftEndsBy) {
        return shiftEndsBy != null && now.plusSeconds(need.durationS()).isAfter(shiftEndsBy);
    }

    private boolean online(Candidate carrier) {
        boolean ready = carrier.availability() == Availability.ONLINE
                || (carrier.availability() == Availability.ON_TRIP && carrier.maxParallelTrips() > 1);
        return ready && within(carrier.lastContactAt(), config.contactMax());
    }

    private boolean within(@Nullable Instant time, Duration window) {
        return time != null && time.plus(window).isAfter(now);
    }

    private boolean near(@Nullable GeoPoint position) {
        return position != null && position.metresTo(need.pickUp()) <= need.radiusM();
    }
}
