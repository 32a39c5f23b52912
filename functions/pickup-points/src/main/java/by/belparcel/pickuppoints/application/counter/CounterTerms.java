package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.handling.Settings;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.pickuppoints.model.CellPlan;
import by.belparcel.pickuppoints.model.Goods;
import by.belparcel.pickuppoints.model.PackageTable;
import by.belparcel.pickuppoints.model.ParcelRules;
import java.time.Duration;

/**
 * The figures of the counter (domain pickup-points.md section 2); all are settings.
 *
 * @param usualStorage of a parcel whose deadline nobody says
 * @param nothingKnown weight and price of a parcel of which nothing is known
 * @param courierPercent up to which share of the capacity a point takes single parcels
 * @param returnAnyPvz whether a client may bring a parcel back to another point than that of the issue
 * @param feePerDay of an extension
 */
public record CounterTerms(
        ParcelRules rules,
        PackageTable packages,
        CellPlan cells,
        Duration usualStorage,
        Goods nothingKnown,
        int courierPercent,
        boolean returnAnyPvz,
        Money feePerDay) {

    public static CounterTerms from(Settings settings) {
        return new CounterTerms(
                new ParcelRules(
                        settings.duration("belparcel.pickup-points.longest-storage", Duration.ofDays(60)),
                        settings.duration("belparcel.pickup-points.return-window", Duration.ofHours(48)),
                        settings.duration("belparcel.pickup-points.extension-grace", Duration.ofHours(24)),
                        Math.toIntExact(settings.number("belparcel.pickup-points.extensions-most", 2))),
                PackageTable.parse(settings.text("belparcel.pickup-points.packages", PackageTable.DEFAULT)),
                CellPlan.parse(settings.text("belparcel.pickup-points.cells", CellPlan.DEFAULT)),
                settings.duration("belparcel.pickup-points.usual-storage", Duration.ofDays(7)),
                new Goods(
                        Packaging.NONE,
                        Math.toIntExact(settings.number("belparcel.pickup-points.unknown-weight-g", 1)),
                        Money.byn(settings.number("belparcel.pickup-points.unknown-price-kopecks", 1)),
                        Money.ZERO,
                        null),
                Math.toIntExact(settings.number("belparcel.pickup-points.courier-percent", 100)),
                Boolean.parseBoolean(settings.text("belparcel.pickup-points.return-any-pvz", "false")),
                Money.byn(settings.number("belparcel.pickup-points.extension-fee-kopecks", 100)));
    }
}
