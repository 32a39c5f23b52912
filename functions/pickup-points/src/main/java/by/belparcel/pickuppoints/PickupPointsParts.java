package by.belparcel.pickuppoints;

import by.belparcel.eventing.handling.Services;
import by.belparcel.pickuppoints.adapter.PostgresParcels;
import by.belparcel.pickuppoints.adapter.PostgresRooms;
import by.belparcel.pickuppoints.application.Stock;
import by.belparcel.pickuppoints.application.following.StorageTerms;
import by.belparcel.pickuppoints.application.following.StorageTimers;

/** What the wirings of all parts share; each part has its own {@code ..Parts} beside its {@code ..Functions}. */
final class PickupPointsParts {

    static final PostgresParcels PARCELS = new PostgresParcels();
    static final PostgresRooms ROOMS = new PostgresRooms();

    private PickupPointsParts() {}

    static Stock stock(Services services) {
        return new Stock(
                ROOMS, Math.toIntExact(services.settings().number("belparcel.pickup-points.warn-percent", 85)));
    }

    static StorageTimers timers(Services services) {
        return new StorageTimers(StorageTerms.from(services.settings()));
    }
}
