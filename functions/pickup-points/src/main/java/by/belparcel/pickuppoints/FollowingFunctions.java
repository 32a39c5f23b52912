package by.belparcel.pickuppoints;

import static by.belparcel.eventing.handling.FunctionSpec.on;

import by.belparcel.eventing.cache.ProcessCache;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.pickuppoints.application.following.StorageTimers;
import java.util.List;
import java.util.Map;

/** What pick-up points learn from others, and their timers. */
final class FollowingFunctions {

    private FollowingFunctions() {}

    static List<FunctionSpec> list(ProcessCache cache) {
        return List.of(
                on(
                        "announceParcelsOnOrderBatched",
                        OrderEvent.Batched.TYPE,
                        services -> new FollowingParts(services).announceParcels()),
                on(
                        "dropParcelsOnOrderCancelled",
                        OrderEvent.Cancelled.TYPE,
                        services -> new FollowingParts(services).dropParcels(cache.of(services))),
                on(
                        "rememberDestinationOnBatchClosed",
                        BatchEvent.Closed.TYPE,
                        services -> new FollowingParts(services).rememberDestination()),
                on(
                        "expectParcelsOnBatchPickedUp",
                        BatchEvent.PickedUp.TYPE,
                        services -> new FollowingParts(services).expectParcels()),
                on(
                        "rememberBatchOnBatchDelivered",
                        BatchEvent.DeliveredToPvz.TYPE,
                        services -> new FollowingParts(services).rememberBatch()),
                on(
                        "repointParcelsOnBatchSplit",
                        BatchEvent.Split.TYPE,
                        services -> new FollowingParts(services).repointParcels()),
                on(
                        "adoptPointOnReferenceUpdated",
                        PlatformEvent.ReferenceUpdated.TYPE,
                        services -> FollowingParts.adoptPoint()),
                on(
                        "remindOnTimer",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", StorageTimers.REMINDER),
                        services -> new FollowingParts(services).remind()),
                on(
                        "expireOnTimer",
                        PlatformEvent.TimerFired.TYPE,
                        Map.of("timerkind", StorageTimers.EXPIRY),
                        services -> new FollowingParts(services).expire()));
    }
}
