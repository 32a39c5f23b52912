package by.belparcel.pricing.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.kernel.Money;
import java.util.Optional;

/** Reads an amount {@code {"amount": kopecks, "currency": "BYN"}}; the currency may be left out. */
final class MoneyField {

    private MoneyField() {}

    static Optional<Long> read(Input input, String name, long max) {
        return input.optionalObject(name, money -> {
            String currency = money.optionalText("currency", 0, 10).orElse(Money.BYN);
            if (!currency.equals(Money.BYN)) {
                money.reject("currency", "CURRENCY_NOT_SUPPORTED", "only BYN is supported", Money.BYN, currency);
            }
            return money.integer("amount", 0, max);
        });
    }
}
