package by.belparcel.pickuppoints.application.counter;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.pickuppoints.application.Fields;
import by.belparcel.pickuppoints.model.CellPlan;
import by.belparcel.pickuppoints.model.ParcelName;
import java.util.Optional;

/** Reads the body of {@code POST /pvz/v1/orders:accept}, and each row of an import. */
public final class AcceptOrderReader implements CommandReader<AcceptOrder> {

    private static final ParcelName NOTHING = new ParcelName("", ParcelName.Kind.ALIAS, "0", null);
    private static final int LONGEST_PACKAGE = 40;

    @Override
    public AcceptOrder read(Input body, RequestParameters parameters) {
        return read(body);
    }

    public static AcceptOrder read(Input body) {
        Optional<ParcelName> name = Fields.parcel(body, "order_id");
        Optional<String> user = Fields.user(body, "user_id");
        boolean alias = name.filter(n -> n.kind() == ParcelName.Kind.ALIAS).isPresent();
        require(body, "order_id", true);
        // Of a parcel of an order, client and deadline are known or have a default.
        require(body, "user_id", alias);
        require(body, "storage_until", alias);
        return new AcceptOrder(
                name.orElse(NOTHING),
                user.orElse(null),
                Fields.time(body, "storage_until").orElse(null),
                body.optionalText("package", 0, LONGEST_PACKAGE).orElse(null),
                Fields.weightG(body, "weight").orElse(null),
                Fields.price(body, "price").orElse(null),
                body.optionalMatching("cell", CellPlan.CODE, "CELL", "must have the form A-01-3")
                        .orElse(null),
                body.optionalUuid("pvz_id").orElse(null));
    }

    private static void require(Input body, String field, boolean needed) {
        if (needed && !body.has(field)) {
            body.reject(field, "REQUIRED", "is required", null, null);
        }
    }
}
