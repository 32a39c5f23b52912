package by.belparcel.events;

/** Kafka topics of the published language (domain README 4.3). */
public final class Topics {

    public static final String ORDER = "events.order";
    public static final String PAYMENT = "events.payment";
    public static final String PICKUP_TICKET = "events.pickup_ticket";
    public static final String BATCH = "events.batch";
    public static final String TRIP = "events.trip";
    public static final String REASSIGN = "commands.trip.reassign";
    public static final String CARRIER_LOCATION = "events.carrier_location";
    public static final String PVZ = "events.pvz";
    public static final String PLATFORM = "events.platform";

    private Topics() {}
}
