package by.belparcel.batching.application;

import by.belparcel.batching.model.Grouping;
import by.belparcel.batching.model.Limits;
import by.belparcel.eventing.handling.Settings;
import java.time.Duration;

/** Numbers of the domain (delivery.md section 3); all are settings, the limits also per origin. */
public record BatchingTerms(Limits limits, Grouping grouping) {

    public static BatchingTerms from(Settings settings) {
        return new BatchingTerms(
                new Limits(
                        Math.toIntExact(settings.number("belparcel.batching.max-orders", 10)),
                        settings.number("belparcel.batching.max-weight-g", 300_000),
                        settings.number("belparcel.batching.max-volume-cm3", 2_000_000),
                        Math.toIntExact(settings.number("belparcel.batching.min-orders", 1)),
                        settings.duration("belparcel.batching.age-normal", Duration.ofMinutes(30)),
                        settings.duration("belparcel.batching.age-express", Duration.ofMinutes(10))),
                new Grouping(
                        settings.number("belparcel.batching.direct-m", 200_000),
                        settings.number("belparcel.batching.road-percent", 130)));
    }
}
