package by.belparcel.trips.application.assigning;

import by.belparcel.kernel.AssignmentState;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.model.TripRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the driver sees of an assignment after a command. @param version of the trip */
public record AssignmentView(
        String tripId,
        String number,
        TripState tripState,
        long version,
        String assignmentId,
        AssignmentState state,
        Instant confirmBy,
        @Nullable Instant confirmedAt) {

    static AssignmentView of(TripRecord trip, AssignmentRecord assignment) {
        return new AssignmentView(
                trip.id(),
                trip.number(),
                trip.state(),
                trip.version(),
                assignment.id(),
                assignment.state(),
                assignment.confirmBy(),
                assignment.confirmedAt());
    }
}
