package by.belparcel.routing.plan;

/**
 * A call with its times in seconds on the timeline.
 *
 * @param begin of the service, after waiting for the window
 * @param lateS how long after its last window
 * @param legMetres way from the stop before
 * @param legSeconds driving from the stop before
 */
public record PlannedStop(
        String jobId,
        int place,
        double arrival,
        double begin,
        double departure,
        double lateS,
        double legMetres,
        double legSeconds) {}
