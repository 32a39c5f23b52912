package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.pickuppoints.application.AnnouncedParcel;
import by.belparcel.pickuppoints.application.KnownOrder;
import by.belparcel.pickuppoints.application.KnownOrders;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.application.Parcels;
import by.belparcel.pickuppoints.model.Origin;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelAction;
import by.belparcel.pickuppoints.model.ParcelName;
import by.belparcel.pickuppoints.model.ParcelStates;
import java.util.List;
import reactor.core.publisher.Mono;

/** The parcel that a courier brings, as it is before the point holds it: expected, of an announced order, or unknown. */
public final class Arriving {

    private final Parcels parcels;
    private final KnownOrders orders;
    private final Acceptance acceptance;
    private final CounterTerms terms;

    public Arriving(Parcels parcels, KnownOrders orders, Acceptance acceptance, CounterTerms terms) {
        this.parcels = parcels;
        this.orders = orders;
        this.acceptance = acceptance;
        this.terms = terms;
    }

    /** EXPECTED, with version 0 when it is new; locked when it is not. */
    Mono<Outcome<Parcel>> find(AcceptOrder command, String pvzId, ParcelWork work) {
        ParcelName name = command.name();
        return parcels.lock(work.tx(), List.of(name)).flatMap(found -> {
            boolean here = found.stream().anyMatch(name::means);
            if (here || name.kind() == ParcelName.Kind.ALIAS) {
                return Mono.just(among(command, pvzId, found, Origin.courier(), work));
            }
            return announced(name, pvzId, Origin.courier(), work);
        });
    }

    /** The same for a parcel that is known by a number, or is one of these. @param found locked */
    public Outcome<Parcel> among(
            AcceptOrder command, String pvzId, List<Parcel> found, Origin origin, ParcelWork work) {
        ParcelName name = command.name();
        return found.stream().anyMatch(name::means)
                ? expected(Named.one(name, found), pvzId)
                : Outcome.ok(acceptance.unknown(command, work.newId().get(), pvzId, origin, work.now()));
    }

    /** The same for a parcel of an order that has not been expected here yet. */
    public Mono<Outcome<Parcel>> announced(ParcelName name, String pvzId, Origin origin, ParcelWork work) {
        return orders.find(work.tx(), name)
                .map(order -> announced(order, name, pvzId, origin, work))
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Rejection.notFound("ORDER"))));
    }

    private static Outcome<Parcel> expected(Outcome<Parcel> named, String pvzId) {
        if (!(named instanceof Outcome.Success<Parcel> success) || success.body() == null) {
            return named;
        }
        Parcel parcel = success.body();
        if (parcel.state() != PvzOrderState.EXPECTED) {
            return Outcome.refused(exists());
        }
        return parcel.pvzId().equals(pvzId) ? named : Outcome.refused(wrongPoint());
    }

    private Outcome<Parcel> announced(KnownOrder order, ParcelName name, String pvzId, Origin origin, ParcelWork work) {
        int total = order.parcels().size();
        if (name.parcelNo() == null && total > 1) {
            return Outcome.refused(Named.ambiguous(name, total));
        }
        int no = name.parcelNo() == null ? 1 : name.parcelNo();
        if (no > total) {
            return Outcome.refused(Rejection.notFound("ORDER"));
        }
        AnnouncedParcel parcel = order.parcels().get(no - 1);
        if (!parcel.pvzId().equals(pvzId)) {
            return Outcome.refused(wrongPoint());
        }
        if (order.cancelled()) {
            return Outcome.refused(Rejection.invalidState("CANCELLED", ParcelStates.allowing(ParcelAction.ACCEPT)));
        }
        String id = work.newId().get();
        return Outcome.ok(
                parcel.expected(id, null, terms.packages(), work.now()).unwritten(origin));
    }

    public static Rejection exists() {
        return Rejection.of(
                Rejection.Kind.CONFLICT, "ORDER_ALREADY_EXISTS", "A parcel with this order_id was accepted before.");
    }

    public static Rejection wrongPoint() {
        return Rejection.rule("WRONG_PVZ", "The parcel belongs to another pick-up point.");
    }
}
