package by.belparcel.pickuppoints.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.kernel.Money;
import by.belparcel.pickuppoints.model.ParcelName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Fields of the contract of pick-up points that other requests do not have: a number there may be a text as well. */
public final class Fields {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");
    private static final int WEIGHT_DECIMALS = 3;
    private static final int PRICE_DECIMALS = 2;
    private static final BigDecimal HEAVIEST_KG = BigDecimal.valueOf(1000);
    private static final BigDecimal DEAREST = BigDecimal.valueOf(Money.MAX, PRICE_DECIMALS);
    private static final String NAME_HINT = "must be a positive number, the id or number of an order"
            + " (with /n for one parcel of several), or a barcode";

    private Fields() {}

    /** A parcel by any of its names. */
    public static Optional<ParcelName> parcel(Input body, String field) {
        Optional<JsonNode> node = body.raw(field);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Optional<ParcelName> name = name(node.get());
        if (name.isEmpty()) {
            body.reject(field, "ORDER_ID", NAME_HINT, null, null);
        }
        return name;
    }

    /** A list of parcels. */
    public static List<ParcelName> parcels(Input body, String field, int min, int max) {
        Optional<JsonNode> list = body.raw(field);
        if (list.isEmpty() && min > 0) {
            body.reject(field, "REQUIRED", "is required", null, null);
        }
        if (list.isEmpty()) {
            return List.of();
        }
        JsonNode array = list.get();
        if (!array.isArray()) {
            body.reject(field, "TYPE", "must be a list", null, null);
            return List.of();
        }
        if (array.size() < min || array.size() > max) {
            String limit = min + ".." + max;
            body.reject(field, "SIZE", "must have " + min + " to " + max + " entries", limit, array.size());
            return List.of();
        }
        List<ParcelName> names = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            Optional<ParcelName> name = name(array.get(i));
            if (name.isEmpty()) {
                body.reject(field, "ORDER_ID", "entry " + (i + 1) + " " + NAME_HINT, null, null);
            }
            name.ifPresent(names::add);
        }
        return List.copyOf(names);
    }

    /** A client: a positive 64-bit number, or a reference, which is a UUID. */
    public static Optional<String> user(Input body, String field) {
        return body.raw(field).flatMap(node -> {
            String text = text(node);
            Optional<String> user = ParcelName.positive(text).or(() -> PathId.read(text));
            if (user.isEmpty()) {
                body.reject(field, "USER_ID", "must be a positive number or a reference", null, null);
            }
            return user;
        });
    }

    /** A time with an offset, to the millisecond. */
    public static Optional<Instant> time(Input body, String field) {
        return body.optionalInstant(field).map(ParcelWork::millisecond);
    }

    /** Kilograms with at most 3 decimals, answered in grams. */
    public static Optional<Integer> weightG(Input body, String field) {
        return decimal(body, field, WEIGHT_DECIMALS, HEAVIEST_KG)
                .map(kg -> kg.movePointRight(WEIGHT_DECIMALS).intValueExact());
    }

    /** BYN with at most 2 decimals, or money with kopecks. */
    public static Optional<Money> price(Input body, String field) {
        if (body.raw(field).filter(JsonNode::isObject).isPresent()) {
            return body.optionalObject(field, money -> {
                long amount = money.integer("amount", 1, Money.MAX);
                if (!money.optionalText("currency", 0, 8).orElse(Money.BYN).equals(Money.BYN)) {
                    money.reject("currency", "CURRENCY_NOT_SUPPORTED", "only BYN", Money.BYN, null);
                }
                return Money.byn(amount);
            });
        }
        return decimal(body, field, PRICE_DECIMALS, DEAREST)
                .map(byn -> Money.byn(byn.movePointRight(PRICE_DECIMALS).longValueExact()));
    }

    private static Optional<BigDecimal> decimal(Input body, String field, int decimals, BigDecimal most) {
        return body.raw(field).flatMap(node -> {
            String text = isFinite(node) ? node.decimalValue().toString() : text(node);
            if (!DECIMAL.matcher(text).matches()) {
                body.reject(field, "DECIMAL", "must be a decimal number", null, null);
                return Optional.empty();
            }
            BigDecimal value = new BigDecimal(text);
            if (value.stripTrailingZeros().scale() > decimals) {
                body.reject(field, "DECIMALS", "must have at most " + decimals + " decimals", decimals, text);
                return Optional.empty();
            }
            if (value.signum() == 0 || value.compareTo(most) > 0) {
                String limit = "0.." + most.toPlainString();
                body.reject(field, "RANGE", "must be more than 0 and at most " + most.toPlainString(), limit, text);
                return Optional.empty();
            }
            return Optional.of(value);
        });
    }

    /** A number such as 1e400 is none: it has become infinite. */
    private static boolean isFinite(JsonNode node) {
        return node.isIntegralNumber() || node.isBigDecimal() || node.isNumber() && Double.isFinite(node.doubleValue());
    }

    private static Optional<ParcelName> name(JsonNode node) {
        return ParcelName.read(text(node));
    }

    private static String text(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.asString();
        }
        return node.isString() ? node.asString().strip() : "";
    }
}
