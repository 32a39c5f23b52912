package by.belparcel.orders.model;

import by.belparcel.kernel.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who collects the order. Personal data: stored encrypted, never in an event. Its text form hides all of it. */
public record Recipient(
        String name, PhoneNumber phone, @Nullable String email, Language locale, List<NotifyChannel> notifyBy) {

    public Recipient {
        notifyBy = List.copyOf(notifyBy);
    }

    @Override
    public String toString() {
        return "Recipient[" + phone.masked() + "]";
    }
}
