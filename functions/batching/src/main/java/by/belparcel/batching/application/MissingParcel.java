package by.belparcel.batching.application;

/** A parcel that did not come with its batch. @param parcelNo 1-based number within the order, 0 = the whole order */
public record MissingParcel(String orderId, int parcelNo, State state) {

    /** What became of it. */
    public enum State {
        MISSING,
        FOUND,
        LOST
    }
}
