package by.belparcel.orders.application;

import by.belparcel.eventing.handling.Settings;
import java.time.Duration;

/** Times that orders keep (domain delivery.md section 8); all are settings. */
public record OrderTerms(
        Duration paymentDecision, Duration ticketIssue, Duration normal, Duration express, Duration quoteWait) {

    public static OrderTerms from(Settings settings) {
        return new OrderTerms(
                settings.duration("belparcel.orders.payment-decision-timeout", Duration.ofMinutes(15)),
                settings.duration("belparcel.orders.ticket-issue-timeout", Duration.ofMinutes(10)),
                settings.duration("belparcel.orders.promise-normal", Duration.ofDays(3)),
                settings.duration("belparcel.orders.promise-express", Duration.ofDays(1)),
                settings.duration("belparcel.orders.quote-wait", Duration.ofSeconds(5)));
    }
}
