package by.belparcel.carriers;

import by.belparcel.carriers.adapter.PostgresCarrierDirectory;
import by.belparcel.carriers.adapter.PostgresCarrierReads;
import by.belparcel.carriers.adapter.PostgresDrivers;
import by.belparcel.carriers.adapter.PostgresTripBook;
import by.belparcel.carriers.application.DutyBook;
import by.belparcel.carriers.application.DutySettings;
import by.belparcel.carriers.application.EditGuard;
import by.belparcel.carriers.application.ListCarriersHandler;
import by.belparcel.carriers.application.ShiftEnding;
import by.belparcel.carriers.application.SignalBook;
import by.belparcel.carriers.application.TripDuty;
import by.belparcel.carriers.model.DutyRules;
import by.belparcel.eventing.handling.Services;
import by.belparcel.eventing.handling.Settings;

/** Wires handlers to adapters and settings. */
final class CarriersParts {

    static final PostgresCarrierDirectory DIRECTORY = new PostgresCarrierDirectory();
    static final PostgresCarrierReads READS = new PostgresCarrierReads();
    static final PostgresTripBook TRIPS = new PostgresTripBook();
    private static final PostgresDrivers DRIVERS = new PostgresDrivers();
    private static final int RADIUS_M = 30_000;

    private final Settings settings;

    CarriersParts(Services services) {
        this.settings = services.settings();
    }

    DutyRules rules() {
        return DutySettings.rules(settings);
    }

    DutyBook duty() {
        return new DutyBook(DRIVERS, rules());
    }

    ShiftEnding ending() {
        return new ShiftEnding(duty());
    }

    TripDuty tripDuty() {
        return new TripDuty(duty(), TRIPS);
    }

    SignalBook signals() {
        return new SignalBook(TRIPS);
    }

    EditGuard guard() {
        return new EditGuard(TRIPS, DutySettings.isProduction(settings));
    }

    ListCarriersHandler list() {
        int radius = Math.toIntExact(settings.number("belparcel.carriers.search-radius-m", RADIUS_M));
        return new ListCarriersHandler(READS, rules(), radius);
    }
}
