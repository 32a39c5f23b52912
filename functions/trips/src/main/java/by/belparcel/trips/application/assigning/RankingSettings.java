package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.Settings;
import by.belparcel.trips.model.assigning.RankingConfig;
import by.belparcel.trips.model.assigning.RankingConfig.Weights;

/** The ranking's numbers from the settings {@code belparcel.trips.rank-..}. */
final class RankingSettings {

    private static final String PREFIX = "belparcel.trips.rank-";

    private RankingSettings() {}

    static RankingConfig from(Settings s) {
        RankingConfig d = RankingConfig.defaults();
        Weights w = d.weights();
        return new RankingConfig(
                new Weights(
                        s.number(PREFIX + "proximity", (long) w.proximity()),
                        s.number(PREFIX + "capacity", (long) w.capacity()),
                        s.number(PREFIX + "on-shift", (long) w.onShift()),
                        s.number(PREFIX + "reliability", (long) w.reliability()),
                        s.number(PREFIX + "fairness", (long) w.fairness()),
                        s.number(PREFIX + "home", (long) w.home())),
                s.duration(PREFIX + "contact-max", d.contactMax()),
                s.duration(PREFIX + "refusal-memory", d.refusalMemory()),
                s.duration(PREFIX + "driving-max", d.drivingMax()),
                s.duration(PREFIX + "proximity-horizon", d.proximityHorizon()),
                (int) s.number(PREFIX + "spare-percent", d.sparePercent()),
                s.number(PREFIX + "road-percent", Math.round(d.roadFactor() * 100)) / 100.0,
                (int) s.number(PREFIX + "urban-m", d.urbanM()),
                (int) s.number(PREFIX + "urban-kmh", d.urbanKmh()),
                (int) s.number(PREFIX + "rural-kmh", d.ruralKmh()));
    }
}
