package by.belparcel.pickuppoints;

import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;

import by.belparcel.eventing.cache.ProcessCache;
import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.events.PvzEvent;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.pickuppoints.application.points.GetCapacityHandler;
import by.belparcel.pickuppoints.application.points.GetPointHandler;
import by.belparcel.pickuppoints.application.points.ListPointsHandler;
import by.belparcel.pickuppoints.application.reading.ForgettingOnFact;
import by.belparcel.pickuppoints.application.reading.GetHistoryHandler;
import by.belparcel.pickuppoints.application.reading.GetOrderHistoryHandler;
import by.belparcel.pickuppoints.application.reading.ListClientOrdersHandler;
import by.belparcel.pickuppoints.application.reading.ListOfPointHandler;
import java.util.List;
import java.util.Set;

/** Lists, histories and the fill of a point, and what makes them forget. */
final class ReadingFunctions {

    private static final String READ = "pvz.read";
    private static final String READ_POINTS = "pvz.read-points";
    private static final Set<String> PAGE = Set.of("page", "limit");
    private static final Set<String> PAGE_OF_POINT = Set.of("page", "limit", "pvz_id");

    private ReadingFunctions() {}

    static List<FunctionSpec> list(ProcessCache cache) {
        return List.of(
                query(
                        "listClientParcels",
                        "/pvz/v1/clients/{id}/orders",
                        READ,
                        Set.of("in_pvz", "last", "page", "limit", "last_id"),
                        services -> new ListClientOrdersHandler(new ReadingParts(services, cache).clientLists())),
                query(
                        "listReturns",
                        "/pvz/v1/returns",
                        READ,
                        PAGE_OF_POINT,
                        services -> new ListOfPointHandler(ReadingParts.LISTS::returns)),
                query(
                        "listOverdueParcels",
                        "/pvz/v1/orders:overdue",
                        READ,
                        PAGE_OF_POINT,
                        services -> new ListOfPointHandler(ReadingParts.LISTS::overdue)),
                query(
                        "getParcelsHistory",
                        "/pvz/v1/orders/history",
                        READ,
                        PAGE_OF_POINT,
                        services -> new GetHistoryHandler(ReadingParts.HISTORIES)),
                query(
                        "getParcelHistory",
                        "/pvz/v1/orders/{id}/history",
                        READ,
                        PAGE,
                        services -> new GetOrderHistoryHandler(PickupPointsParts.PARCELS, ReadingParts.HISTORIES)),
                query(
                        "getPointCapacity",
                        "/pvz/v1/points/{id}/capacity",
                        READ,
                        Set.of(),
                        services -> new GetCapacityHandler(new ReadingParts(services, cache).points())),
                query(
                        "getPoint",
                        "/pvz/v1/points/{id}",
                        READ_POINTS,
                        Set.of(),
                        services -> new GetPointHandler(new ReadingParts(services, cache).points())),
                query(
                        "listPoints",
                        "/pvz/v1/points",
                        READ_POINTS,
                        Set.of("q", "status", "page", "limit"),
                        services -> new ListPointsHandler(new ReadingParts(services, cache).points())),
                forget("forgetOnParcelExpected", PvzOrderEvent.Expected.TYPE, cache),
                forget("forgetOnParcelAccepted", PvzOrderEvent.Accepted.TYPE, cache),
                forget("forgetOnParcelIssued", PvzOrderEvent.Issued.TYPE, cache),
                forget("forgetOnParcelRefused", PvzOrderEvent.Refused.TYPE, cache),
                forget("forgetOnParcelReturned", PvzOrderEvent.ReturnedByClient.TYPE, cache),
                forget("forgetOnParcelReturnedToCourier", PvzOrderEvent.ReturnedToCourier.TYPE, cache),
                forget("forgetOnStorageExpired", PvzOrderEvent.StorageExpired.TYPE, cache),
                forget("forgetOnStorageExtended", PvzOrderEvent.StorageExtended.TYPE, cache),
                forget("forgetOnParcelMoved", PvzOrderEvent.MovedCell.TYPE, cache),
                forget("forgetOnPointCreated", PvzEvent.Created.TYPE, cache),
                forget("forgetOnPointUpdated", PvzEvent.Updated.TYPE, cache),
                forget("forgetOnPointSuspended", PvzEvent.Suspended.TYPE, cache),
                forget("forgetOnPointResumed", PvzEvent.Resumed.TYPE, cache),
                forget("forgetOnPointClosed", PvzEvent.Closed.TYPE, cache));
    }

    private static <E extends DomainEvent> FunctionSpec forget(String name, EventType<E> type, ProcessCache cache) {
        return on(name, type, services -> new ForgettingOnFact<>(cache.of(services)));
    }
}
