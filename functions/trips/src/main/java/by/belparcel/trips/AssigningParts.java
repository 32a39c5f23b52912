package by.belparcel.trips;

import by.belparcel.eventing.handling.Services;
import by.belparcel.trips.adapter.PostgresPositions;
import by.belparcel.trips.adapter.PostgresTrips;
import by.belparcel.trips.adapter.assigning.PostgresAssignments;
import by.belparcel.trips.adapter.assigning.PostgresCarrierBook;
import by.belparcel.trips.adapter.assigning.PostgresCarriers;
import by.belparcel.trips.adapter.assigning.PostgresHandovers;
import by.belparcel.trips.adapter.assigning.PostgresReassignments;
import by.belparcel.trips.adapter.assigning.PostgresSearches;
import by.belparcel.trips.adapter.assigning.PostgresSuggestions;
import by.belparcel.trips.application.Estimates;
import by.belparcel.trips.application.TripTerms;
import by.belparcel.trips.application.assigning.AssigningHandlers;
import by.belparcel.trips.application.assigning.AssigningSettings;
import by.belparcel.trips.application.assigning.TripAssignments;

/** Wires the assignment half to its adapters. */
final class AssigningParts {

    private AssigningParts() {}

    static AssigningHandlers of(Services services) {
        return new AssigningHandlers(
                new AssigningHandlers.Ports(
                        new PostgresTrips(),
                        new PostgresAssignments(),
                        new PostgresCarriers(),
                        new PostgresCarrierBook(),
                        new PostgresSearches(),
                        new PostgresSuggestions(),
                        new PostgresReassignments(),
                        new PostgresHandovers(),
                        new PostgresPositions(),
                        new Estimates(TripTerms.from(services.settings())),
                        PostgresSearches::now,
                        services.meter()),
                AssigningSettings.from(services.settings()));
    }

    static TripAssignments tripAssignments(Services services) {
        return of(services).tripAssignments();
    }
}
