package by.belparcel.orders.application;

import by.belparcel.eventing.handling.Settings;
import by.belparcel.kernel.Numbers;
import by.belparcel.kernel.ServiceClass;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Times that orders keep (domain delivery.md section 8); all are settings. */
public record OrderTerms(
        Duration paymentDecision,
        Duration ticketIssue,
        Duration normal,
        Duration express,
        Duration quoteWait,
        Duration missingParcel,
        Duration returnWindow) {

    /** Points close at this local time by default. */
    private static final LocalTime CLOSING = LocalTime.of(20, 0);

    public static OrderTerms from(Settings settings) {
        return new OrderTerms(
                settings.duration("belparcel.orders.payment-decision-timeout", Duration.ofMinutes(15)),
                settings.duration("belparcel.orders.ticket-issue-timeout", Duration.ofMinutes(10)),
                settings.duration("belparcel.orders.promise-normal", Duration.ofDays(3)),
                settings.duration("belparcel.orders.promise-express", Duration.ofDays(1)),
                settings.duration("belparcel.orders.quote-wait", Duration.ofSeconds(5)),
                settings.duration("belparcel.orders.missing-parcel-timeout", Duration.ofHours(72)),
                settings.duration("belparcel.orders.return-window", Duration.ofHours(48)));
    }

    /** When the order will be at its point: within the term of its service, but not before the day that the shop wants. */
    Instant promise(ServiceClass service, @Nullable LocalDate desired, Instant now) {
        Instant term = now.plus(service == ServiceClass.EXPRESS ? express : normal);
        if (desired == null) {
            return term;
        }
        Instant wanted = desired.atTime(CLOSING).atZone(Numbers.MINSK).toInstant();
        return wanted.isAfter(term) ? wanted : term;
    }
}
