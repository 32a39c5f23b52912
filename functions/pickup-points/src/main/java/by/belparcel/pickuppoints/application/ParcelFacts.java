package by.belparcel.pickuppoints.application;

import by.belparcel.events.PvzOrderEvent;
import by.belparcel.events.PvzOrderRef;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.ReturnCause;
import by.belparcel.pickuppoints.model.Parcel;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The facts about a parcel, each with the form of the original contract (domain pickup-points.md 3.3). */
public final class ParcelFacts {

    private static final String SOURCE = "pvz-api";

    private ParcelFacts() {}

    public static void expected(ParcelWork work, Parcel p) {
        emit(
                work,
                p,
                new PvzOrderEvent.Expected(
                        p.id(),
                        p.key().externalRef(),
                        p.key().orderId(),
                        p.key().parcelNo(),
                        p.pvzId(),
                        work.newId().get(),
                        PvzOrderEvent.Expected.TYPE.name(),
                        work.now(),
                        work.actor(),
                        ref(p, work),
                        SOURCE,
                        Objects.requireNonNull(p.origin().batchId()),
                        p.origin().etaAt()));
    }

    public static void accepted(ParcelWork work, Parcel p) {
        emit(
                work,
                p,
                new PvzOrderEvent.Accepted(
                        p.id(),
                        p.key().externalRef(),
                        p.key().orderId(),
                        p.key().parcelNo(),
                        p.pvzId(),
                        work.newId().get(),
                        PvzOrderEvent.Accepted.TYPE.name(),
                        work.now(),
                        work.actor(),
                        ref(p, work),
                        SOURCE,
                        p.clientId(),
                        p.goods().packaging(),
                        p.goods().weightG(),
                        p.goods().price(),
                        p.goods().surcharge(),
                        p.goods().total(),
                        Objects.requireNonNull(p.storage().until()),
                        p.storage().cell(),
                        p.origin().source().name(),
                        p.key().parcelsTotal(),
                        p.origin().batchId()));
    }

    public static void issued(ParcelWork work, Parcel p, PvzOrderEvent.Proof proof, @Nullable String verificationId) {
        emit(
                work,
                p,
                new PvzOrderEvent.Issued(
                        p.id(),
                        p.key().externalRef(),
                        p.key().orderId(),
                        p.key().parcelNo(),
                        p.pvzId(),
                        work.newId().get(),
                        PvzOrderEvent.Issued.TYPE.name(),
                        work.now(),
                        work.actor(),
                        ref(p, work),
                        SOURCE,
                        p.clientId(),
                        verificationId,
                        Objects.requireNonNull(p.leaving().issuedAt()),
                        p.key().parcelsTotal(),
                        proof));
    }

    public static void refused(ParcelWork work, Parcel p) {
        emit(
                work,
                p,
                new PvzOrderEvent.Refused(
                        p.id(),
                        p.key().externalRef(),
                        p.key().orderId(),
                        p.key().parcelNo(),
                        p.pvzId(),
                        work.newId().get(),
                        PvzOrderEvent.Refused.TYPE.name(),
                        work.now(),
                        work.actor(),
                        ref(p, work),
                        SOURCE,
                        p.leaving().reason(),
                        p.key().parcelsTotal()));
    }

    public static void returnedByClient(ParcelWork work, Parcel p) {
        emit(
                work,
                p,
                new PvzOrderEvent.ReturnedByClient(
                        p.id(),
                        p.key().externalRef(),
                        p.key().orderId(),
                        p.key().parcelNo(),
                        p.pvzId(),
                        work.newId().get(),
                        PvzOrderEvent.ReturnedByClient.TYPE.name(),
                        work.now(),
                        work.actor(),
                        ref(p, work),
                        SOURCE,
                        p.leaving().reason(),
                        Objects.requireNonNull(p.leaving().issuedAt()),
                        p.key().parcelsTotal()));
    }

    public static void returnedToCourier(ParcelWork work, Parcel p, ReturnCause cause, @Nullable String courierRef) {
        emit(
                work,
                p,
                new PvzOrderEvent.ReturnedToCourier(
                        p.id(),
                        p.key().externalRef(),
                        p.key().orderId(),
                        p.key().parcelNo(),
                        p.pvzId(),
                        work.newId().get(),
                        PvzOrderEvent.ReturnedToCourier.TYPE.name(),
                        work.now(),
                        work.actor(),
                        ref(p, work),
                        SOURCE,
                        cause,
                        courierRef,
                        p.key().parcelsTotal()));
    }

    public static void storageReminderDue(ParcelWork work, Parcel p) {
        emit(
                work,
                p,
                new PvzOrderEvent.StorageReminderDue(
                        p.id(),
                        p.key().externalRef(),
                        p.key().orderId(),
                        p.key().parcelNo(),
                        p.pvzId(),
                        work.newId().get(),
                        PvzOrderEvent.StorageReminderDue.TYPE.name(),
                        work.now(),
                        work.actor(),
                        ref(p, work),
                        SOURCE,
                        until(p)));
    }

    public static void storageExpired(ParcelWork work, Parcel p) {
        emit(
                work,
                p,
                new PvzOrderEvent.StorageExpired(
                        p.id(),
                        p.key().externalRef(),
                        p.key().orderId(),
                        p.key().parcelNo(),
                        p.pvzId(),
                        work.newId().get(),
                        PvzOrderEvent.StorageExpired.TYPE.name(),
                        work.now(),
                        work.actor(),
                        ref(p, work),
                        SOURCE,
                        until(p)));
    }

    public static void storageExtended(ParcelWork work, Parcel p, @Nullable Money fee) {
        emit(
                work,
                p,
                new PvzOrderEvent.StorageExtended(
                        p.id(),
                        p.key().externalRef(),
                        p.key().orderId(),
                        p.key().parcelNo(),
                        p.pvzId(),
                        work.newId().get(),
                        PvzOrderEvent.StorageExtended.TYPE.name(),
                        work.now(),
                        work.actor(),
                        ref(p, work),
                        SOURCE,
                        until(p),
                        fee));
    }

    public static void movedCell(ParcelWork work, Parcel p, @Nullable String from) {
        emit(
                work,
                p,
                new PvzOrderEvent.MovedCell(
                        p.id(),
                        p.key().externalRef(),
                        p.key().orderId(),
                        p.key().parcelNo(),
                        p.pvzId(),
                        work.newId().get(),
                        PvzOrderEvent.MovedCell.TYPE.name(),
                        work.now(),
                        work.actor(),
                        ref(p, work),
                        SOURCE,
                        from,
                        Objects.requireNonNull(p.storage().cell())));
    }

    private static void emit(ParcelWork work, Parcel parcel, PvzOrderEvent fact) {
        work.emitter().emit(fact, parcel.version());
    }

    private static Instant until(Parcel parcel) {
        return Objects.requireNonNull(parcel.storage().until());
    }

    private static PvzOrderRef ref(Parcel parcel, ParcelWork work) {
        return new PvzOrderRef(parcel.publicId(), parcel.clientId(), parcel.stateAt(work.now()));
    }
}
