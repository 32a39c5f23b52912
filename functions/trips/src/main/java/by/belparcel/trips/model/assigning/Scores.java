package by.belparcel.trips.model.assigning;

import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The points of a carrier that no filter stops. */
final class Scores {

    private final Need need;
    private final Instant now;
    private final RankingConfig config;

    Scores(Need need, Instant now, RankingConfig config) {
        this.need = need;
        this.now = now;
        this.config = config;
    }

    Ranking.Ranked of(Candidate carrier) {
        RankingConfig.Weights weights = config.weights();
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("proximity", rounded(weights.proximity() * proximity(carrier.position())));
        parts.put("capacity", rounded(weights.capacity() * fit(carrier.vehicle())));
        parts.put("on_shift", rounded(weights.onShift() * onShift(carrier.shiftEndsBy())));
        parts.put("reliability", rounded(weights.reliability() * reliability(carrier.record())));
        parts.put("fairness", rounded(weights.fairness() / (1 + carrier.tripsToday())));
        parts.put("home", rounded(need.origin().equals(carrier.homeWarehouse()) ? weights.home() : 0));
        double score =
                rounded(parts.values().stream().mapToDouble(Double::doubleValue).sum());
        return new Ranking.Ranked(carrier.carrierId(), score, parts, metres(carrier.position()));
    }

    private double proximity(@Nullable GeoPoint position) {
        if (position == null) {
            return 0;
        }
        double seconds = config.seconds(position.metresTo(need.pickUp()));
        return Math.clamp(1 - seconds / config.proximityHorizon().toSeconds(), 0, 1);
    }

    /** Best when the load fills the vehicle up to the wanted spare; a fuller one loses faster than an emptier one. */
    private double fit(Candidate.Vehicle vehicle) {
        double used = Math.max(share(need.weightG(), vehicle.payloadG()), share(need.volumeCm3(), vehicle.volumeCm3()));
        double wanted = 1 - config.sparePercent() / 100.0;
        return Math.clamp(used <= wanted ? used / wanted : (1 - used) / (1 - wanted), 0, 1);
    }

    private static double share(long load, long capacity) {
        return capacity <= 0 ? 1 : (double) load / capacity;
    }

    private int onShift(@Nullable Instant shiftEndsBy) {
        return shiftEndsBy != null && shiftEndsBy.isAfter(now) ? 1 : 0;
    }

    /** Half for answers, half for punctuality; a newcomer starts in the middle and moves with what it does. */
    private static double reliability(Candidate.TrackRecord record) {
        return (smoothed(record.accepted(), record.answered()) + smoothed(record.onTime(), record.driven())) / 2;
    }

    private static double smoothed(int good, int all) {
        return (good + 1.0) / (all + 2.0);
    }

    private long metres(@Nullable GeoPoint position) {
        return position == null ? -1 : Math.round(position.metresTo(need.pickUp()));
    }

    /** Two decimals, so that a stored decision and its replay are equal byte for byte. */
    private static double rounded(double points) {
        return Math.round(points * 100) / 100.0;
    }
}
