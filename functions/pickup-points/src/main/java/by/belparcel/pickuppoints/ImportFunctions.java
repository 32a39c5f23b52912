package by.belparcel.pickuppoints;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.with;

import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.pickuppoints.application.points.ImportOrders;
import by.belparcel.pickuppoints.application.points.ImportOrdersHandler;
import by.belparcel.pickuppoints.application.points.Reconcile;
import by.belparcel.pickuppoints.application.points.ReconcileHandler;
import java.time.Duration;
import java.util.List;

/** Import of parcels and the end-of-day list. */
final class ImportFunctions {

    private static final Duration KEY_LIFE = Duration.ofHours(24);
    private static final int MIB_10 = 10 * 1024 * 1024;
    private static final int KIB_512 = 512 * 1024;

    private ImportFunctions() {}

    static List<FunctionSpec> list() {
        return List.of(
                with(
                        command(
                                "importParcels",
                                "POST",
                                "/pvz/v1/orders:import",
                                "pvz.import",
                                ImportOrders::read,
                                services -> new ImportOrdersHandler(new CounterParts(services).counter())),
                        KEY_LIFE,
                        MIB_10,
                        true),
                with(
                        command(
                                "reconcilePoint",
                                "POST",
                                "/pvz/v1/points/{id}:reconcile",
                                "pvz.reconcile",
                                Reconcile::read,
                                services -> new ReconcileHandler(ReadingParts.POINTS, ReadingParts.LISTS)),
                        KEY_LIFE,
                        KIB_512,
                        true));
    }
}
