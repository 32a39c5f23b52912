package by.belparcel.trips.application.planning;

import by.belparcel.routing.distance.DistanceProvider;
import by.belparcel.routing.plan.RouteOptimizer;
import by.belparcel.trips.application.TripTerms;

/** What the order of stops is found with. */
public record Sequencing(DistanceProvider distances, RouteOptimizer optimizer) {

    Sequencer sequencer(TripTerms terms) {
        return new Sequencer(distances, optimizer, terms);
    }
}
