package by.belparcel.trips.application;

import by.belparcel.eventing.handling.Settings;
import by.belparcel.trips.model.Fleet;
import java.time.Duration;

/**
 * The figures of planning and driving (domain delivery.md section 4); all are settings.
 *
 * @param mergeWindow a trip takes another batch when it leaves within this time
 * @param detourPercent of the trip's distance, and
 * @param detourM metres: what a further batch may add
 * @param lead the least time between planning and departure
 * @param maxDriving of one trip
 * @param serviceBase how long a call takes, plus
 * @param servicePerParcel for each parcel
 * @param geofenceM further away a delivery is marked OUT_OF_GEOFENCE
 * @param clockSkew a device's time further in the future is replaced by the server's
 * @param etaInterval positions of a trip are looked at no more often
 * @param etaChange smaller changes of an arrival time are not announced
 * @param planBudget time for one run of the optimiser
 * @param replanDelay how long a batch waits that found no place
 * @param longestWait a vehicle does not wait longer for a place to open: then its hours are no window of the plan
 * @param lateDeparture a trip that has not left so long after its planned departure is late
 */
public record TripTerms(
        Duration mergeWindow,
        long detourPercent,
        long detourM,
        int maxStops,
        Duration lead,
        Duration maxDriving,
        Duration serviceBase,
        Duration servicePerParcel,
        long geofenceM,
        Duration clockSkew,
        Duration etaInterval,
        Duration etaChange,
        Duration planBudget,
        Duration replanDelay,
        Duration longestWait,
        Duration lateDeparture,
        Fleet fleet) {

    public static TripTerms from(Settings settings) {
        return new TripTerms(
                settings.duration("belparcel.trips.merge-window", Duration.ofMinutes(60)),
                settings.number("belparcel.trips.detour-percent", 30),
                settings.number("belparcel.trips.detour-metres", 40_000),
                Math.toIntExact(settings.number("belparcel.trips.max-stops", 12)),
                settings.duration("belparcel.trips.departure-lead", Duration.ofMinutes(30)),
                settings.duration("belparcel.trips.max-driving", Duration.ofHours(9)),
                settings.duration("belparcel.trips.service-base", Duration.ofSeconds(600)),
                settings.duration("belparcel.trips.service-per-parcel", Duration.ofSeconds(20)),
                settings.number("belparcel.trips.geofence-metres", 1000),
                settings.duration("belparcel.trips.clock-skew", Duration.ofSeconds(60)),
                settings.duration("belparcel.trips.eta-interval", Duration.ofSeconds(60)),
                settings.duration("belparcel.trips.eta-change", Duration.ofMinutes(5)),
                settings.duration("belparcel.trips.plan-budget", Duration.ofMillis(500)),
                settings.duration("belparcel.trips.replan-delay", Duration.ofMinutes(10)),
                settings.duration("belparcel.trips.longest-wait", Duration.ofHours(2)),
                settings.duration("belparcel.trips.late-departure-after", Duration.ofMinutes(15)),
                Fleet.parse(settings.text("belparcel.trips.vehicle-classes", Fleet.DEFAULT)));
    }

    /** How long a call with this many parcels takes, seconds. */
    public int serviceS(int parcels) {
        return Math.toIntExact(
                serviceBase.plus(servicePerParcel.multipliedBy(parcels)).toSeconds());
    }
}
