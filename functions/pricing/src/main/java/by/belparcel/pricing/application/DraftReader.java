package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ServiceClass;
import by.belparcel.pricing.rules.DraftOptions;
import by.belparcel.pricing.rules.DraftParcel;
import by.belparcel.pricing.rules.OrderDraft;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the draft of an order from a request, with the limits that an order has (domain orders-and-payments.md 1.1). */
final class DraftReader {

    private static final int MAX_PARCELS = 10;
    private static final int MAX_PARCEL_G = 50_000;
    private static final int MAX_SIDE_FIELD_MM = 100_000;
    private static final long MAX_DECLARED = 1_000_000;
    private static final long MAX_GOODS = 10_000_000;
    private static final Pattern PROMO = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private DraftReader() {}

    /** The shop is empty when the body names none. */
    static OrderDraft read(Input body) {
        Options options = body.optionalObject("options", DraftReader::options).orElse(Options.NONE);
        PaymentMethod method = body.oneOf("payment_method", PaymentMethod.class);
        Optional<Long> goods = MoneyField.read(body, "goods_amount", MAX_GOODS);
        if (method == PaymentMethod.PAY_ON_PICKUP && !body.has("goods_amount")) {
            body.reject("goods_amount", "REQUIRED", "is required with PAY_ON_PICKUP", null, null);
        }
        return new OrderDraft(
                body.optionalUuid("shop_id").orElse(""),
                body.uuid("warehouse_id"),
                body.uuid("pvz_id"),
                body.list("parcels", 1, MAX_PARCELS, DraftReader::parcel),
                body.optionalOneOf("service", ServiceClass.class).orElse(ServiceClass.NORMAL),
                options.packaging(),
                options.flags(),
                method,
                goods.orElse(null),
                body.optionalMatching("promo_code", PROMO, "FORMAT", "must be 1 to 64 letters, digits, _ or -")
                        .orElse(null));
    }

    private record Options(Packaging packaging, DraftOptions flags) {

        static final Options NONE = new Options(Packaging.NONE, DraftOptions.NONE);
    }

    private static Options options(Input input) {
        return new Options(
                input.optionalOneOf("packaging", Packaging.class).orElse(Packaging.NONE),
                new DraftOptions(
                        input.flag("insurance", false),
                        input.flag("age_check", false),
                        input.flag("id_check", false),
                        input.flag("partial_issue", false)));
    }

    private static DraftParcel parcel(Input input) {
        List<String> sides = List.of("l", "w", "h");
        long given = sides.stream().filter(input::has).count();
        if (given != 0 && given != sides.size()) {
            sides.stream()
                    .filter(side -> !input.has(side))
                    .forEach(side -> input.reject(side, "REQUIRED", "all three sides or none", null, null));
        }
        return new DraftParcel(
                (int) input.integer("weight_g", 1, MAX_PARCEL_G),
                side(input, "l"),
                side(input, "w"),
                side(input, "h"),
                MoneyField.read(input, "declared_value", MAX_DECLARED).orElse(0L));
    }

    private static @Nullable Integer side(Input input, String name) {
        return input.optionalInteger(name, 1, MAX_SIDE_FIELD_MM)
                .map(Long::intValue)
                .orElse(null);
    }
}
