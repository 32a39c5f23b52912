package by.belparcel.pickuppoints;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;

import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.events.PlatformEvent;
import by.belparcel.pickuppoints.application.points.CreatePoint;
import by.belparcel.pickuppoints.application.points.CreatePointHandler;
import by.belparcel.pickuppoints.application.points.ResumePointOnTimer;
import by.belparcel.pickuppoints.application.points.SettlePoint;
import by.belparcel.pickuppoints.application.points.SettlePointHandler;
import by.belparcel.pickuppoints.application.points.Settlement;
import by.belparcel.pickuppoints.application.points.SuspensionTimers;
import by.belparcel.pickuppoints.application.points.UpdatePoint;
import by.belparcel.pickuppoints.application.points.UpdatePointHandler;
import java.util.List;
import java.util.Map;

/** The points themselves. */
final class PointsFunctions {

    private static final String POST = "POST";
    private static final String PUT = "PUT";
    private static final String EDIT = "pvz.edit";

    private PointsFunctions() {}

    static List<FunctionSpec> list() {
        return List.of(
                command(
                        "createPoint",
                        POST,
                        "/pvz/v1/points",
                        EDIT,
                        CreatePoint::read,
                        services -> new CreatePointHandler(ReadingParts.POINTS)),
                command(
                        "updatePoint",
                        PUT,
                        "/pvz/v1/points/{id}",
                        EDIT,
                        UpdatePoint::read,
                        services -> new UpdatePointHandler(
                                ReadingParts.POINTS, PickupPointsParts.ROOMS, PickupPointsParts.stock(services))),
                command(
                        "changePointCapacity",
                        PUT,
                        "/pvz/v1/points/{id}/capacity",
                        "pvz.change-capacity",
                        UpdatePoint::readCapacity,
                        services -> new UpdatePointHandler(
                                ReadingParts.POINTS, PickupPointsParts.ROOMS, PickupPointsParts.stock(services))),
                command(
                        "suspendPoint",
                        POST,
                        "/pvz/v1/points/{id}:suspend",
                        EDIT,
                        SettlePoint::readSuspension,
                        services -> new SettlePointHandler(ReadingParts.POINTS, Settlement.SUSPEND)),
                command(
                        "resumePoint",
                        POST,
                        "/pvz/v1/points/{id}:resume",
                        EDIT,
                        SettlePoint::read,
                        services -> new SettlePointHandler(ReadingParts.POINTS, Settlement.RESUME)),
                command(
                        "closePoint",
                        POST,
                        "/pvz/v1/points/{id}:close",
                        "pvz.close",
                        SettlePoint::read,
                        services -> new SettlePointHandler(ReadingParts.POINTS, Settlement.CLOSE)),
                on(
                        "resumePointOnTimer",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", SuspensionTimers.KIND),
                        services -> new ResumePointOnTimer(ReadingParts.POINTS)));
    }
}
