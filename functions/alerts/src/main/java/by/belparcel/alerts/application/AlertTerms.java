package by.belparcel.alerts.application;

import by.belparcel.alerts.model.Shifts;
import by.belparcel.eventing.handling.Settings;
import java.time.Duration;

/**
 * Times and thresholds of alerts (domain delivery.md sections 6 to 8); all are settings.
 *
 * @param recheck how long after a clear condition the second evaluation follows
 * @param lateDeparture after the planned departure
 * @param lateArrival beyond the end of the stop's window
 * @param gpsLost without a position
 * @param unknownPayment after the next check of an unknown payment, until it counts as settled
 * @param fillPercent of its capacity, below which a pick-up point is not nearly full any more
 */
public record AlertTerms(
        Duration recheck,
        Duration lateDeparture,
        Duration lateArrival,
        Duration gpsLost,
        Duration unknownPayment,
        int fillPercent,
        Shifts shifts) {

    public static AlertTerms from(Settings settings) {
        return new AlertTerms(
                settings.duration("belparcel.alerts.recheck", Duration.ofMinutes(1)),
                settings.duration("belparcel.alerts.late-departure", Duration.ofMinutes(15)),
                settings.duration("belparcel.alerts.late-arrival", Duration.ofMinutes(15)),
                settings.duration("belparcel.alerts.gps-lost", Duration.ofMinutes(10)),
                settings.duration("belparcel.alerts.unknown-payment", Duration.ofMinutes(15)),
                Math.toIntExact(settings.number("belparcel.alerts.fill-percent", 85)),
                Shifts.parse(settings.text("belparcel.alerts.shift-changes", "08:00,20:00")));
    }
}
