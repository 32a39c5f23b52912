package by.belparcel.references;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;

import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.events.PvzEvent;
import by.belparcel.references.adapter.PostgresFollowedPoints;
import by.belparcel.references.adapter.PostgresPickupPoints;
import by.belparcel.references.adapter.PostgresShops;
import by.belparcel.references.adapter.PostgresWarehouses;
import by.belparcel.references.application.AddPointOnPvzCreated;
import by.belparcel.references.application.AnnounceReferencesHandler;
import by.belparcel.references.application.ClosePointOnPvzClosed;
import by.belparcel.references.application.EditGuard;
import by.belparcel.references.application.EditPointOnPvzUpdated;
import by.belparcel.references.application.EditReaders;
import by.belparcel.references.application.EditReferenceHandler;
import by.belparcel.references.application.GetPickupPointHandler;
import by.belparcel.references.application.HubGuard;
import by.belparcel.references.application.OpenPointOnPvzResumed;
import by.belparcel.references.application.PickupPointView;
import by.belparcel.references.application.PointFollower;
import by.belparcel.references.application.SearchReferencesHandler;
import by.belparcel.references.application.ShopView;
import by.belparcel.references.application.SuspendPointOnPvzSuspended;
import by.belparcel.references.application.WarehouseView;
import by.belparcel.references.model.PickupPoint;
import by.belparcel.references.model.Shop;
import by.belparcel.references.model.Warehouse;
import java.util.List;
import java.util.Set;

/** Routes and handlers of the context references. */
public final class ReferencesFunctions implements FunctionModule {

    private static final Set<String> SEARCH = Set.of("q", "limit", "cursor");
    private static final PostgresWarehouses WAREHOUSES = new PostgresWarehouses();
    private static final PostgresPickupPoints POINTS = new PostgresPickupPoints();
    private static final PostgresShops SHOPS = new PostgresShops();
    private static final PointFollower FOLLOWER = new PointFollower(new PostgresFollowedPoints(POINTS));

    @Override
    public String name() {
        return "references";
    }

    @Override
    public List<FunctionSpec> functions() {
        return List.of(
                query(
                        "searchWarehouses",
                        "/references/warehouses",
                        "reference.read",
                        SEARCH,
                        services -> new SearchReferencesHandler<>(
                                "warehouse", WAREHOUSES, Warehouse::code, WarehouseView::of)),
                query(
                        "searchPickupPoints",
                        "/references/pvz",
                        "reference.read",
                        SEARCH,
                        services ->
                                new SearchReferencesHandler<>("pvz", POINTS, PickupPoint::code, PickupPointView::of)),
                query(
                        "searchShops",
                        "/references/shops",
                        "reference.read-shops",
                        SEARCH,
                        services -> new SearchReferencesHandler<>("shop", SHOPS, Shop::code, ShopView::of)),
                query(
                        "getPickupPoint",
                        "/references/pvz/{id}",
                        "reference.read",
                        Set.of(),
                        services -> new GetPickupPointHandler(POINTS)),
                command(
                        "editPickupPoint",
                        "PUT",
                        "/references/pvz/{id}",
                        "reference.edit",
                        EditReaders.pickupPoint(),
                        services -> new EditReferenceHandler<>(
                                "PVZ", POINTS, new HubGuard(POINTS::pointsOfHub), PickupPointView::of)),
                command(
                        "editWarehouse",
                        "PUT",
                        "/references/warehouses/{id}",
                        "reference.edit",
                        EditReaders.warehouse(),
                        services -> new EditReferenceHandler<>(
                                "WAREHOUSE", WAREHOUSES, EditGuard.noop(), WarehouseView::of)),
                command(
                        "editShop",
                        "PUT",
                        "/references/shops/{id}",
                        "reference.edit-shop",
                        EditReaders.shop(),
                        services -> new EditReferenceHandler<>("SHOP", SHOPS, EditGuard.noop(), ShopView::of)),
                command(
                        "announceReferences",
                        "POST",
                        "/references/announcements",
                        "reference.announce",
                        (body, parameters) -> new AnnounceReferencesHandler.Everything(),
                        services -> new AnnounceReferencesHandler(List.of(WAREHOUSES, POINTS, SHOPS))),
                on("addPointOnPvzCreated", PvzEvent.Created.TYPE, services -> new AddPointOnPvzCreated(FOLLOWER)),
                on("editPointOnPvzUpdated", PvzEvent.Updated.TYPE, services -> new EditPointOnPvzUpdated(FOLLOWER)),
                on(
                        "suspendPointOnPvzSuspended",
                        PvzEvent.Suspended.TYPE,
                        services -> new SuspendPointOnPvzSuspended(FOLLOWER)),
                on("openPointOnPvzResumed", PvzEvent.Resumed.TYPE, services -> new OpenPointOnPvzResumed(FOLLOWER)),
                on("closePointOnPvzClosed", PvzEvent.Closed.TYPE, services -> new ClosePointOnPvzClosed(FOLLOWER)));
    }
}
