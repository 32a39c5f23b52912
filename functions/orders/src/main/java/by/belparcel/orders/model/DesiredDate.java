package by.belparcel.orders.model;

import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Numbers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The day on which a shop wants the order delivered: from today to 30 days ahead by the calendar of Minsk. */
public final class DesiredDate {

    private static final int MAX_DAYS = 30;

    private DesiredDate() {}

    public static Optional<Rejection> violation(@Nullable LocalDate desired, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Numbers.MINSK);
        LocalDate last = today.plusDays(MAX_DAYS);
        if (desired == null || (!desired.isBefore(today) && !desired.isAfter(last))) {
            return Optional.empty();
        }
        return Optional.of(Rejection.invalid(new FieldError(
                "/desired_date",
                "DATE_OUT_OF_RANGE",
                "must be from today to 30 days ahead",
                today + ".." + last,
                desired.toString())));
    }
}
