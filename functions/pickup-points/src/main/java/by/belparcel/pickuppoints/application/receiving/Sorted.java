package by.belparcel.pickuppoints.application.receiving;

import by.belparcel.pickuppoints.application.receiving.ReceiveBatch.AcceptedLine;
import by.belparcel.pickuppoints.application.receiving.ReceiveBatch.FoundLine;
import by.belparcel.pickuppoints.model.Parcel;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The request with the parcels that it means.
 *
 * @param taken parcels that the point holds from now on; among them are extra ones
 * @param already parcels of the batch that were accepted before
 */
record Sorted(List<Taken> taken, List<Parcel> already, List<Found> missing, List<Found> extra, List<Found> damaged) {

    /** @param ofBatch whether it was announced with this batch */
    record Taken(AcceptedLine line, Parcel parcel, boolean ofBatch) {}

    /** @param parcel absent when no such parcel is known, or its label cannot be read */
    record Found(FoundLine line, @Nullable Parcel parcel) {}

    /** What the batch was announced with and is there. */
    Stream<Parcel> ofBatch() {
        return Stream.concat(
                already.stream(), taken.stream().filter(Taken::ofBatch).map(Taken::parcel));
    }
}
