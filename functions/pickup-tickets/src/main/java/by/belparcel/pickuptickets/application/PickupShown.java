package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.kernel.ScannedName;
import by.belparcel.pickuptickets.model.PickupCode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a client shows at the counter.
 *
 * @param order name of the order or one of its parcels as it was scanned, absent when the code is looked up at the point
 * @param code digits of the code; exactly one of code and qr is there
 * @param qr text of the QR on the client's page
 * @param pvzId the point, absent for a worker's own
 */
public record PickupShown(
        @Nullable String order,
        @Nullable String code,
        @Nullable String qr,
        @Nullable String pvzId) {

    private static final Pattern CODE =
            Pattern.compile("[0-9]{" + PickupCode.LENGTH + "}|[0-9]{" + PickupCode.LOCKER_LENGTH + "}");
    private static final int LONGEST_QR = 200;

    /** A code that is given as a JSON number is refused: it has lost its leading zeros. */
    public static PickupShown read(Input body, RequestParameters parameters) {
        String order = order(body);
        String code = body.optionalMatching(
                        "code",
                        CODE,
                        "CODE",
                        "must have exactly " + PickupCode.LENGTH + " digits (" + PickupCode.LOCKER_LENGTH
                                + " at lockers)")
                .orElse(null);
        String qr = body.optionalText("qr", 1, LONGEST_QR).orElse(null);
        boolean shown = body.has("code") || body.has("qr");
        if (!shown) {
            body.reject("code", "REQUIRED", "a code or a QR is required", null, null);
        } else if (body.has("code") && body.has("qr")) {
            body.reject("qr", "ONE_OF", "must not be given together with a code", null, null);
        }
        return new PickupShown(order, code, qr, body.optionalUuid("pvz_id").orElse(null));
    }

    private static @Nullable String order(Input body) {
        JsonNode given = body.raw("order_id").orElse(null);
        if (given != null && given.isIntegralNumber()) {
            return given.asString();
        }
        return body.optionalText("order_id", 1, ScannedName.LONGEST).orElse(null);
    }

    /** Empty when no order is named, or nothing that can be the name of one. */
    Optional<ScannedName> name() {
        return Optional.ofNullable(order).flatMap(ScannedName::read);
    }

    /** Whether the code is all that is known: such tries are few. */
    boolean searches() {
        return order == null && qr == null;
    }

    /** The code stands nowhere, not even in a log. */
    @Override
    public String toString() {
        return "PickupShown";
    }
}
