package by.belparcel.pickuppoints.model;

/**
 * What the worker has to look at.
 *
 * @param age the client must be 18
 * @param id the client must show a document
 * @param partialIssue whether the client may take some parcels of the order and refuse others
 */
public record Checks(boolean age, boolean id, boolean partialIssue) {

    public static final Checks NONE = new Checks(false, false, false);
}
