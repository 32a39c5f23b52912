package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.pickuppoints.model.Parcel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Parcels are issued to one client at a time (domain pickup-points.md 2.3, rule 2). */
final class Clients {

    private Clients() {}

    /**
     * Refused when the parcels belong to several.
     *
     * @param userId whom the request names, who must be the one
     */
    static Optional<Rejection> severalOf(List<Parcel> parcels, @Nullable String userId) {
        Stream<String> owners = parcels.stream().map(parcel -> owner(parcel, userId));
        long different =
                Stream.concat(Stream.ofNullable(userId), owners).distinct().count();
        return different > 1
                ? Optional.of(Rejection.rule(
                        "ORDERS_BELONG_TO_DIFFERENT_CLIENTS", "All parcels of a request must belong to one client."))
                : Optional.empty();
    }

    /** Whose parcel it is; when no one knows, then his who proves it with the code of the order. */
    private static String owner(Parcel parcel, @Nullable String userId) {
        if (parcel.clientId() != null) {
            return parcel.clientId();
        }
        return Objects.requireNonNullElseGet(
                userId, () -> Objects.requireNonNullElse(parcel.key().orderId(), parcel.id()));
    }
}
