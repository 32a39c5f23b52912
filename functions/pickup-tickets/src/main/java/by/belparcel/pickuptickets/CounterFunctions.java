package by.belparcel.pickuptickets;

import static by.belparcel.eventing.handling.FunctionSpec.command;
import static by.belparcel.eventing.handling.FunctionSpec.on;
import static by.belparcel.eventing.handling.FunctionSpec.query;

import by.belparcel.eventing.envelope.EventType;
import by.belparcel.eventing.handling.FunctionSpec;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PvzEvent;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.pickuptickets.adapter.LockedRows;
import by.belparcel.pickuptickets.application.FollowParcelOnPvzOrder;
import by.belparcel.pickuptickets.application.ListLockedTickets;
import by.belparcel.pickuptickets.application.NoteNumberOnOrderBatched;
import by.belparcel.pickuptickets.application.NotePointOnPvz;
import by.belparcel.pickuptickets.application.ParcelNews;
import by.belparcel.pickuptickets.application.PickupShown;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What happens at the pick-up point: codes are checked there, and tickets follow the parcels that lie there. */
final class CounterFunctions {

    private CounterFunctions() {}

    /** Checking a code needs no Idempotency-Key: nothing happens twice, and a key would only keep the proof in the database. */
    static List<FunctionSpec> routes() {
        return List.of(
                FunctionSpec.with(
                        command(
                                "verifyPickup",
                                "POST",
                                "/pvz/v1/pickup/verify",
                                "pickup.verify",
                                PickupShown::read,
                                PickupTicketsParts::verifying),
                        Duration.ZERO,
                        HttpRoute.KIB_64,
                        true),
                query(
                        "listLockedTickets",
                        "/pvz/v1/pickup/locked",
                        "pickup.read-locked",
                        ListLockedTickets.PARAMETERS,
                        s -> new ListLockedTickets(new LockedRows())));
    }

    static List<FunctionSpec> reactions() {
        return List.of(
                parcel("activatePickupTicketOnPvzOrderAccepted", PvzOrderEvent.Accepted.TYPE, ParcelNews::of),
                parcel("redeemPickupTicketOnPvzOrderIssued", PvzOrderEvent.Issued.TYPE, ParcelNews::of),
                parcel("followPickupTicketOnPvzOrderRefused", PvzOrderEvent.Refused.TYPE, ParcelNews::of),
                parcel("expirePickupTicketOnStorageExpired", PvzOrderEvent.StorageExpired.TYPE, ParcelNews::of),
                parcel("reactivatePickupTicketOnStorageExtended", PvzOrderEvent.StorageExtended.TYPE, ParcelNews::of),
                parcel("revokePickupTicketOnReturnedToCourier", PvzOrderEvent.ReturnedToCourier.TYPE, ParcelNews::of),
                on("revokePickupTicketOnOrderLost", OrderEvent.Lost.TYPE, PickupTicketsParts::lost),
                on(
                        "noteOrderNumberOnOrderBatched",
                        OrderEvent.Batched.TYPE,
                        s -> new NoteNumberOnOrderBatched(PickupTicketsParts.NAMES)),
                on(
                        "notePointNameOnPvzCreated",
                        PvzEvent.Created.TYPE,
                        s -> new NotePointOnPvz<>(PickupTicketsParts.NAMES, PvzEvent.Created::state)),
                on(
                        "notePointNameOnPvzUpdated",
                        PvzEvent.Updated.TYPE,
                        s -> new NotePointOnPvz<>(PickupTicketsParts.NAMES, PvzEvent.Updated::state)));
    }

    private static <E extends PvzOrderEvent> FunctionSpec parcel(
            String name, EventType<E> type, Function<E, @Nullable ParcelNews> reading) {
        return on(
                name,
                type,
                s -> new FollowParcelOnPvzOrder<>(
                        reading, PickupTicketsParts.PARCELS, PickupTicketsParts.following(s)));
    }
}
