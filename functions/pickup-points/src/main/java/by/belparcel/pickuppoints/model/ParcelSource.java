package by.belparcel.pickuppoints.model;

/** How a parcel came to the point: with a batch, by a courier alone, or from an imported list. */
public enum ParcelSource {
    BATCH,
    COURIER,
    IMPORT
}
