package by.belparcel.orders.application;

import by.belparcel.kernel.PhoneNumber;
import by.belparcel.orders.model.Language;
import by.belparcel.orders.model.NotifyChannel;
import by.belparcel.orders.model.Recipient;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** New contact data; what is absent stays as it is. Its text form hides all of it. */
public record ChangeRecipient(
        Optional<String> name,
        Optional<PhoneNumber> phone,
        Optional<String> email,
        Optional<Language> locale,
        Optional<List<NotifyChannel>> notifyBy,
        @Nullable Long expectedVersion) {

    Recipient applyTo(Recipient old) {
        return new Recipient(
                name.orElse(old.name()),
                phone.orElse(old.phone()),
                email.isPresent() ? email.get() : old.email(),
                locale.orElse(old.locale()),
                notifyBy.orElse(old.notifyBy()));
    }

    @Override
    public String toString() {
        return "ChangeRecipient[]";
    }
}
