package by.belparcel.pickuppoints.model;

import by.belparcel.kernel.ScannedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a parcel is named at the counter ({@link ScannedName} reads it), beside what the parcels here are called.
 *
 * @param given as it stands in the request, for the answer
 * @param value the number in decimal, the UUID in lower case or the order's number
 * @param parcelNo which parcel of the order, where it is said
 */
public record ParcelName(
        String given, Kind kind, String value, @Nullable Integer parcelNo) {

    /** What {@code value} is. */
    public enum Kind {
        ALIAS,
        UUID,
        ORDER_NUMBER
    }

    /** Empty when it is none of these forms. */
    public static Optional<ParcelName> read(String given) {
        return ScannedName.read(given)
                .map(name -> new ParcelName(given, kind(name.kind()), name.value(), name.parcelNo()));
    }

    /** Whether this parcel is meant; a bare order means each of its parcels. */
    public boolean means(Parcel parcel) {
        ParcelKey key = parcel.key();
        boolean numbered = parcelNo == null || parcelNo.equals(key.parcelNo());
        return switch (kind) {
            case ALIAS -> key.externalRef() != null && value.equals(Long.toString(key.externalRef()));
            case UUID -> value.equals(parcel.id()) || numbered && value.equals(key.orderId());
            case ORDER_NUMBER -> numbered && value.equals(key.orderNumber());
        };
    }

    /** Whether it names an order that has more parcels than this one, without saying which, although this one was meant. */
    public boolean isVague(Parcel parcel) {
        return kind != Kind.ALIAS
                && parcelNo == null
                && !value.equals(parcel.id())
                && parcel.key().parcelsTotal() > 1;
    }

    /** A positive 64-bit number without leading zeros. */
    public static Optional<String> positive(String text) {
        return ScannedName.positive(text);
    }

    private static Kind kind(ScannedName.Kind kind) {
        return switch (kind) {
            case ALIAS -> Kind.ALIAS;
            case UUID -> Kind.UUID;
            case ORDER_NUMBER -> Kind.ORDER_NUMBER;
        };
    }
}
