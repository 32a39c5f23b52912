package by.belparcel.pickuppoints;

import static by.belparcel.eventing.handling.FunctionSpec.command;

import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.pickuppoints.application.counter.AcceptOrderReader;
import by.belparcel.pickuppoints.application.counter.ExtendStorage;
import by.belparcel.pickuppoints.application.counter.HandToCourier;
import by.belparcel.pickuppoints.application.counter.MoveCell;
import by.belparcel.pickuppoints.application.counter.ProcessOrdersReader;
import by.belparcel.pickuppoints.application.counter.RefuseOrder;
import java.util.List;

/** Commands at the counter. */
final class CounterFunctions {

    private static final String POST = "POST";
    private static final String HAND_OVER = "pvz.hand-over";

    private CounterFunctions() {}

    static List<FunctionSpec> list() {
        return List.of(
                command(
                        "acceptParcel",
                        POST,
                        "/pvz/v1/orders:accept",
                        "pvz.accept",
                        new AcceptOrderReader(),
                        services -> new CounterParts(services).accept()),
                command(
                        "processParcels",
                        POST,
                        "/pvz/v1/orders:process",
                        "pvz.process",
                        new ProcessOrdersReader(),
                        services -> new CounterParts(services).process()),
                command(
                        "returnParcelToCourier",
                        POST,
                        "/pvz/v1/orders/{id}:return-to-courier",
                        HAND_OVER,
                        HandToCourier::read,
                        services -> new CounterParts(services).handToCourier()),
                command(
                        "refuseParcel",
                        POST,
                        "/pvz/v1/orders/{id}:refuse",
                        HAND_OVER,
                        RefuseOrder::read,
                        services -> new CounterParts(services).refuse()),
                command(
                        "extendStorage",
                        POST,
                        "/pvz/v1/orders/{id}:extend",
                        "pvz.extend",
                        ExtendStorage::read,
                        services -> new CounterParts(services).extend()),
                command(
                        "moveParcel",
                        POST,
                        "/pvz/v1/orders/{id}:move",
                        HAND_OVER,
                        MoveCell::read,
                        services -> new CounterParts(services).move()));
    }
}
