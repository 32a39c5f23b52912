package by.belparcel.tracking;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;

import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.OrderEvent;
import by.belparcel.tracking.adapter.ParcelRows;
import by.belparcel.tracking.adapter.ShareRows;
import by.belparcel.tracking.adapter.TrackingSettings;
import by.belparcel.tracking.application.FollowLink;
import by.belparcel.tracking.application.LoadParcelOnBatchOrderAdded;
import by.belparcel.tracking.application.RecordParcelOnOrderBatched;
import by.belparcel.tracking.application.RecordParcelOnOrderStatusChanged;
import by.belparcel.tracking.application.ReloadParcelsOnBatchSplit;
import by.belparcel.tracking.application.RevokeLink;
import by.belparcel.tracking.application.ShareOrder;
import by.belparcel.tracking.application.UnloadParcelOnBatchOrderRemoved;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of the list that shares orders by a link. */
final class SharingFunctions {

    private static final ParcelRows PARCELS = new ParcelRows();
    private static final ShareRows LINKS = new ShareRows();

    private SharingFunctions() {}

    static List<FunctionSpec> all() {
        return List.of(
                command(
                        "shareOrder",
                        "POST",
                        "/orders/{id}/share",
                        "order.share",
                        ShareOrder.Wanted::read,
                        s -> new ShareOrder(LINKS)),
                FunctionSpec.with(
                        command(
                                "revokeLink",
                                "DELETE",
                                "/orders/{id}/share/{link_id}",
                                "order.share",
                                RevokeLink.Wanted::read,
                                s -> new RevokeLink(LINKS)),
                        Duration.ZERO,
                        HttpRoute.KIB_64,
                        false),
                query(
                        "followLink",
                        "/track/{token}",
                        HttpRoute.PUBLIC,
                        Set.of(),
                        s -> new FollowLink(LINKS, TrackingSettings.blur(s.settings()))),
                on("recordParcelOnOrderBatched", OrderEvent.Batched.TYPE, s -> new RecordParcelOnOrderBatched(PARCELS)),
                on(
                        "recordParcelOnOrderStatusChanged",
                        OrderEvent.StatusChanged.TYPE,
                        Map.of("orderphase", "delivery"),
                        s -> new RecordParcelOnOrderStatusChanged(PARCELS)),
                on(
                        "loadParcelOnBatchOrderAdded",
                        BatchEvent.OrderAdded.TYPE,
                        s -> new LoadParcelOnBatchOrderAdded(PARCELS)),
                on(
                        "unloadParcelOnBatchOrderRemoved",
                        BatchEvent.OrderRemoved.TYPE,
                        s -> new UnloadParcelOnBatchOrderRemoved(PARCELS)),
                on("reloadParcelsOnBatchSplit", BatchEvent.Split.TYPE, s -> new ReloadParcelsOnBatchSplit(PARCELS)));
    }
}
