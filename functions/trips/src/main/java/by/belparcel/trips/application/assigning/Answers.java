package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.AssignmentState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether an offer can still be answered. */
final class Answers {

    private static final List<String> ALLOWED =
            List.of(AssignmentState.OFFERED.name(), AssignmentState.HANDOVER.name());

    private Answers() {}

    static Optional<Rejection> refusal(AssignmentRecord mine, Instant now) {
        boolean open = mine.state() == AssignmentState.OFFERED || mine.state() == AssignmentState.HANDOVER;
        boolean over = mine.state() == AssignmentState.EXPIRED
                || mine.state() == AssignmentState.REVOKED
                || (open && mine.confirmedAt() == null && now.isAfter(mine.confirmBy()));
        if (over) {
            return Optional.of(Rejection.of(
                            Rejection.Kind.CONFLICT,
                            "OFFER_EXPIRED",
                            "The offer is over: the trip goes to somebody else.")
                    .with("confirm_by", mine.confirmBy().toString()));
        }
        return open
                ? Optional.empty()
                : Optional.of(Rejection.invalidState(mine.state().name(), ALLOWED));
    }
}
