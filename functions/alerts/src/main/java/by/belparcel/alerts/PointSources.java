package by.belparcel.alerts;

import static by.belparcel.eventing.handling.FunctionSpec.on;

import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PvzEvent;
import by.belparcel.events.PvzOrderEvent;
import java.util.List;

/** The events of pick-up points, and of orders whose parcels did not come there. */
final class PointSources {

    private PointSources() {}

    static List<FunctionSpec> functions() {
        return List.of(
                on(
                        "countParcelOnOrderMissing",
                        OrderEvent.Missing.TYPE,
                        services -> new AlertsParts(services).missingParcels()::missing),
                on(
                        "countParcelOnOrderLost",
                        OrderEvent.Lost.TYPE,
                        services -> new AlertsParts(services).missingParcels()::lost),
                on(
                        "watchFillOnCapacityWarning",
                        PvzEvent.CapacityWarning.TYPE,
                        services -> new AlertsParts(services).fill()::warning),
                on(
                        "watchFillOnCapacityFull",
                        PvzEvent.CapacityFull.TYPE,
                        services -> new AlertsParts(services).fill()::full),
                on(
                        "followParcelOnPvzOrderAccepted",
                        PvzOrderEvent.Accepted.TYPE,
                        services -> new AlertsParts(services).parcel()::accepted),
                on(
                        "followParcelOnPvzOrderIssued",
                        PvzOrderEvent.Issued.TYPE,
                        services -> new AlertsParts(services).parcel()::issued),
                on(
                        "followParcelOnReturnedByClient",
                        PvzOrderEvent.ReturnedByClient.TYPE,
                        services -> new AlertsParts(services).parcel()::returnedByClient),
                on(
                        "followParcelOnReturnedToCourier",
                        PvzOrderEvent.ReturnedToCourier.TYPE,
                        services -> new AlertsParts(services).parcel()::returnedToCourier),
                on(
                        "raiseAlertOnStorageExpired",
                        PvzOrderEvent.StorageExpired.TYPE,
                        services -> new AlertsParts(services).parcel()::storageExpired),
                on(
                        "clearAlertOnStorageExtended",
                        PvzOrderEvent.StorageExtended.TYPE,
                        services -> new AlertsParts(services).parcel()::storageExtended));
    }
}
