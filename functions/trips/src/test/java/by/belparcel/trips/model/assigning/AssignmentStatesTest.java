package by.belparcel.trips.model.assigning;

import static by.belparcel.kernel.AssignmentState.COMPLETED;
import static by.belparcel.kernel.AssignmentState.CONFIRMED;
import static by.belparcel.kernel.AssignmentState.EXPIRED;
import static by.belparcel.kernel.AssignmentState.HANDOVER;
import static by.belparcel.kernel.AssignmentState.OFFERED;
import static by.belparcel.kernel.AssignmentState.REJECTED;
import static by.belparcel.kernel.AssignmentState.REVOKED;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.AssignmentState;
import by.belparcel.kernel.AssignmentTrigger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignmentStatesTest {

    /** The whole table: what is not named here is refused. */
    @Test
    void allowsExactlyTheMovesOfTheDomain() {
        List<String> allowed = new ArrayList<>();
        for (AssignmentState state : AssignmentState.values()) {
            for (AssignmentMove move : AssignmentMove.values()) {
                AssignmentStates.after(state, move).ifPresent(after -> allowed.add(state + " " + move + " " + after));
            }
        }

        assertThat(allowed)
                .containsExactlyInAnyOrder(
                        text(OFFERED, AssignmentMove.CONFIRM, CONFIRMED),
                        text(OFFERED, AssignmentMove.REJECT, REJECTED),
                        text(OFFERED, AssignmentMove.EXPIRE, EXPIRED),
                        text(OFFERED, AssignmentMove.REVOKE, REVOKED),
                        text(HANDOVER, AssignmentMove.CONFIRM, HANDOVER),
                        text(HANDOVER, AssignmentMove.REJECT, REJECTED),
                        text(HANDOVER, AssignmentMove.EXPIRE, EXPIRED),
                        text(HANDOVER, AssignmentMove.REVOKE, REVOKED),
                        text(HANDOVER, AssignmentMove.TAKE_OVER, CONFIRMED),
                        text(CONFIRMED, AssignmentMove.REVOKE, REVOKED),
                        text(CONFIRMED, AssignmentMove.COMPLETE, COMPLETED));
    }

    @Test
    void widensTheRadiusWithEachSearchUpToTheCap() {
        Radius radius = new Radius(5_000, 30_000, 60_000, 150);

        assertThat(List.of(0, 1, 2, 5, 10))
                .map(retries -> radius.of(AssignmentTrigger.INITIAL, false, retries))
                .containsExactly(5_000L, 7_500L, 11_250L, 37_969L, 60_000L);
        assertThat(radius.of(AssignmentTrigger.BREAKDOWN, false, 0)).isEqualTo(30_000);
        assertThat(radius.of(AssignmentTrigger.GPS_SILENCE, true, 1)).isEqualTo(45_000);
        assertThat(radius.of(AssignmentTrigger.MANUAL, false, 0)).isEqualTo(60_000);
    }

    private static String text(AssignmentState from, AssignmentMove move, AssignmentState to) {
        return from + " " + move + " " + to;
    }
}
