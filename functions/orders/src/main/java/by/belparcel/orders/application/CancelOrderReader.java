package by.belparcel.orders.application;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import java.util.regex.Pattern;

/** Reads the body of {@code POST /orders/{id}/cancel}. */
public final class CancelOrderReader implements CommandReader<CancelOrder> {

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{1,39}");

    @Override
    public CancelOrder read(Input body, RequestParameters parameters) {
        return new CancelOrder(
                body.matching("reason_code", CODE, "PATTERN", "must be a word of 2 to 40 letters, digits and _"),
                body.optionalText("comment", 0, 500).orElse(null),
                ExpectedVersion.read(body));
    }
}
