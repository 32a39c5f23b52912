package by.belparcel.trips.model.assigning;

import by.belparcel.kernel.AssignmentState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The table of states of an assignment (domain delivery.md section 5). A HANDOVER stays one when its carrier agrees to come. */
public final class AssignmentStates {

    private static final Map<AssignmentState, Map<AssignmentMove, AssignmentState>> TABLE = table();

    private AssignmentStates() {}

    /** Empty when the move is not allowed in this state. */
    public static Optional<AssignmentState> after(AssignmentState state, AssignmentMove move) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(move));
    }

    private static Map<AssignmentState, Map<AssignmentMove, AssignmentState>> table() {
        Map<AssignmentState, Map<AssignmentMove, AssignmentState>> table = new EnumMap<>(AssignmentState.class);
        table.put(
                AssignmentState.OFFERED,
                Map.of(
                        AssignmentMove.CONFIRM, AssignmentState.CONFIRMED,
                        AssignmentMove.REJECT, AssignmentState.REJECTED,
                        AssignmentMove.EXPIRE, AssignmentState.EXPIRED,
                        AssignmentMove.REVOKE, AssignmentState.REVOKED));
        table.put(
                AssignmentState.HANDOVER,
                Map.of(
                        AssignmentMove.CONFIRM, AssignmentState.HANDOVER,
                        AssignmentMove.REJECT, AssignmentState.REJECTED,
                        AssignmentMove.EXPIRE, AssignmentState.EXPIRED,
                        AssignmentMove.REVOKE, AssignmentState.REVOKED,
                        AssignmentMove.TAKE_OVER, AssignmentState.CONFIRMED));
        table.put(
                AssignmentState.CONFIRMED,
                Map.of(
                        AssignmentMove.REVOKE, AssignmentState.REVOKED,
                        AssignmentMove.COMPLETE, AssignmentState.COMPLETED));
        return table;
    }
}
