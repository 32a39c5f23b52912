package by.belparcel.pickuppoints;

import by.belparcel.eventing.cache.Cache;
import by.belparcel.eventing.cache.ProcessCache;
import by.belparcel.eventing.handling.Services;
import by.belparcel.pickuppoints.adapter.PostgresHistories;
import by.belparcel.pickuppoints.adapter.PostgresParcelLists;
import by.belparcel.pickuppoints.adapter.PostgresPoints;
import by.belparcel.pickuppoints.application.points.KnownPoints;
import by.belparcel.pickuppoints.application.reading.ClientLists;

/** Wires readers to the cache of the process. */
final class ReadingParts {

    static final PostgresParcelLists LISTS = new PostgresParcelLists();
    static final PostgresHistories HISTORIES = new PostgresHistories();
    static final PostgresPoints POINTS = new PostgresPoints();

    private final Services services;
    private final Cache cache;

    ReadingParts(Services services, ProcessCache cache) {
        this.services = services;
        this.cache = cache.of(services);
    }

    ClientLists clientLists() {
        return new ClientLists(
                LISTS, cache, services.settings().duration("belparcel.pickup-points.cache-orders", ClientLists.LIFE));
    }

    KnownPoints points() {
        return new KnownPoints(POINTS, cache, services.settings());
    }
}
