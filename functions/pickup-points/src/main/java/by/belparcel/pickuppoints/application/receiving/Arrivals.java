package by.belparcel.pickuppoints.application.receiving;

import by.belparcel.pickuppoints.application.AnnouncedParcel;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.InboundBatch;
import by.belparcel.pickuppoints.model.Origin;
import by.belparcel.pickuppoints.model.PackageTable;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelName;
import by.belparcel.pickuppoints.model.ParcelSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** The parcels that a receipt may speak of, locked. */
public final class Arrivals {

    private final BatchParcels parcels;
    private final PackageTable packages;

    public Arrivals(BatchParcels parcels, PackageTable packages) {
        this.parcels = parcels;
        this.packages = packages;
    }

    /** Those of the batch, all that are named, and new ones of named orders that nobody expected with any batch. */
    Mono<List<Parcel>> of(ParcelWork work, InboundBatch batch, ReceiveBatch command) {
        List<ParcelName> names = names(command);
        return parcels.lock(work.tx(), batch.id(), names).flatMap(found -> {
            List<ParcelName> unknown = names.stream()
                    .filter(name -> name.kind() != ParcelName.Kind.ALIAS
                            && found.stream().noneMatch(name::means))
                    .toList();
            return unknown.isEmpty()
                    ? Mono.just(found)
                    : parcels.announced(work.tx(), unknown).map(known -> with(found, known, batch, work));
        });
    }

    private List<Parcel> with(
            List<Parcel> found, List<AnnouncedParcel> announced, InboundBatch batch, ParcelWork work) {
        Stream<Parcel> unexpected = announced.stream()
                .filter(parcel -> parcel.pvzId().equals(batch.destination())
                        && found.stream().noneMatch(known -> is(known, parcel)))
                .map(parcel -> parcel.expected(work.newId().get(), null, packages, work.now())
                        .unwritten(new Origin(ParcelSource.BATCH, null, null)));
        return Stream.concat(found.stream(), unexpected).toList();
    }

    private static boolean is(Parcel known, AnnouncedParcel parcel) {
        return parcel.orderId().equals(known.key().orderId())
                && Objects.equals(known.key().parcelNo(), parcel.no());
    }

    private static List<ParcelName> names(ReceiveBatch command) {
        return Stream.concat(
                        command.accepted().stream().map(ReceiveBatch.AcceptedLine::name),
                        Stream.of(command.missing(), command.extra(), command.damaged())
                                .flatMap(List::stream)
                                .map(ReceiveBatch.FoundLine::name)
                                .filter(Objects::nonNull))
                .map(Objects::requireNonNull)
                .toList();
    }
}
