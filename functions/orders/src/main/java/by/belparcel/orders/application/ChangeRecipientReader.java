package by.belparcel.orders.application;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;

/** Reads the body of {@code PATCH /orders/{id}/recipient}. */
public final class ChangeRecipientReader implements CommandReader<ChangeRecipient> {

    @Override
    public ChangeRecipient read(Input body, RequestParameters parameters) {
        return new ChangeRecipient(
                RecipientReader.name(body),
                RecipientReader.phone(body),
                RecipientReader.email(body),
                RecipientReader.locale(body),
                RecipientReader.notifyBy(body),
                ExpectedVersion.read(body));
    }
}
