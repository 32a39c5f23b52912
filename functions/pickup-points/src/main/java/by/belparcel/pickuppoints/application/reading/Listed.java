package by.belparcel.pickuppoints.application.reading;

import by.belparcel.pickuppoints.model.Parcel;
import java.time.Instant;
import java.util.List;

/**
 * Some parcels of a list.
 *
 * @param total of all rows of the list
 * @param at when they were read, by the database's clock
 */
public record Listed(List<Parcel> parcels, long total, Instant at) {

    public Listed {
        parcels = List.copyOf(parcels);
    }
}
