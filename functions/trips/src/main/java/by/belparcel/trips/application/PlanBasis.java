package by.belparcel.trips.application;

import java.util.List;

/**
 * What a plan was made from.
 *
 * @param solver who found the order of the stops
 * @param fallbackUsed whether a first choice (provider or solver) did not answer
 * @param places ids in the order of rows and columns
 * @param metres row by row, -1 where there is no way
 * @param seconds likewise
 */
public record PlanBasis(
        String solver, boolean fallbackUsed, List<String> places, List<Long> metres, List<Long> seconds) {

    public PlanBasis {
        places = List.copyOf(places);
        metres = List.copyOf(metres);
        seconds = List.copyOf(seconds);
    }
}
