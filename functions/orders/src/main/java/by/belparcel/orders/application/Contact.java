package by.belparcel.orders.application;

import by.belparcel.orders.model.Recipient;
import org.jspecify.annotations.Nullable;

/** The personal data of an order. Its text form hides all of it. */
public record Contact(Recipient recipient, @Nullable String comment) {

    @Override
    public String toString() {
        return "Contact[" + recipient.phone().masked() + "]";
    }
}
