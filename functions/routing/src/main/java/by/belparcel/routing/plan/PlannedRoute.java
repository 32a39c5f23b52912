package by.belparcel.routing.plan;

import java.util.List;

/**
 * The day of one vehicle.
 *
 * @param metres way to the end included
 * @param drivingS of the legs
 * @param durationS from departure to arrival at the end, or to the departure from the last stop
 * @param lateS by how much windows are missed, summed
 */
public record PlannedRoute(
        String vehicleId, List<PlannedStop> stops, double metres, double drivingS, double durationS, double lateS) {

    public PlannedRoute {
        stops = List.copyOf(stops);
    }
}
