package by.belparcel.pickuppoints.application.counter;

import by.belparcel.kernel.PvzOrderState;
import java.util.List;

/** One result per named parcel; the names are those of the request. */
public record ProcessReply(List<ItemResult> processed, List<ItemError> errors) {

    /** A parcel that was issued or taken back. */
    public record ItemResult(String orderId, PvzOrderState state) {}

    /** A parcel that was not, and why. */
    public record ItemError(String orderId, String code, String message) {}

    public ProcessReply {
        processed = List.copyOf(processed);
        errors = List.copyOf(errors);
    }
}
