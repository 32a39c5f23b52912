package by.belparcel.orders.application;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ServiceClass;
import by.belparcel.orders.model.Options;
import by.belparcel.orders.model.Recipient;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads and validates the fields of {@code POST /orders} (domain orders-and-payments 1.1). */
public final class PlaceOrderReader implements CommandReader<PlaceOrder> {

    private static final Pattern SHOP_ORDER_REF = Pattern.compile("[A-Za-z0-9._/-]{1,64}");
    private static final long MAX_GOODS_AMOUNT = 10_000_000;

    @Override
    public PlaceOrder read(Input body, RequestParameters parameters) {
        return read(body);
    }

    static PlaceOrder read(Input body) {
        Optional<String> shopId = body.optionalUuid("shop_id");
        String ref = body.matching(
                "shop_order_ref", SHOP_ORDER_REF, "PATTERN", "must have 1 to 64 of the characters A-Z a-z 0-9 . _ / -");
        String warehouseId = body.uuid("warehouse_id");
        String pvzId = body.uuid("pvz_id");
        Recipient recipient = body.object("recipient", RecipientReader::read);
        var parcels = ParcelsReader.read(body);
        PaymentMethod method = body.oneOf("payment_method", PaymentMethod.class);
        Optional<Money> goods = MoneyField.read(body, "goods_amount", MAX_GOODS_AMOUNT);
        if (method == PaymentMethod.PAY_ON_PICKUP && body.has("payment_method") && !body.has("goods_amount")) {
            body.reject(
                    "goods_amount", "REQUIRED", "is required when the client pays at the pick-up point", null, null);
        }
        return new PlaceOrder(
                shopId.orElse(null),
                ref,
                warehouseId,
                pvzId,
                recipient,
                parcels,
                method,
                goods.orElse(null),
                body.optionalUuid("quote_id").orElse(null),
                options(body),
                body.optionalDate("desired_date").orElse(null),
                body.optionalText("comment", 0, 500).orElse(null));
    }

    /** {@code service} stands in the options; beside them it is understood too, as in a price quote. */
    private static Options options(Input body) {
        ServiceClass beside = body.optionalOneOf("service", ServiceClass.class).orElse(ServiceClass.NORMAL);
        return body.optionalObject(
                        "options",
                        input -> new Options(
                                input.flag("insurance", false),
                                input.flag("age_check", false),
                                input.flag("id_check", false),
                                input.flag("partial_issue", false),
                                input.optionalOneOf("packaging", Packaging.class)
                                        .orElse(Packaging.NONE),
                                input.optionalOneOf("service", ServiceClass.class)
                                        .orElse(beside)))
                .orElse(new Options(false, false, false, false, Packaging.NONE, beside));
    }
}
