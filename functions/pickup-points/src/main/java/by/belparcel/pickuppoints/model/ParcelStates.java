package by.belparcel.pickuppoints.model;

import static by.belparcel.kernel.PvzOrderState.ACCEPTED;
import static by.belparcel.kernel.PvzOrderState.EXPECTED;
import static by.belparcel.kernel.PvzOrderState.ISSUED;
import static by.belparcel.kernel.PvzOrderState.OVERDUE;
import static by.belparcel.kernel.PvzOrderState.REFUSED;
import static by.belparcel.kernel.PvzOrderState.RETURNED_BY_CLIENT;
import static by.belparcel.kernel.PvzOrderState.RETURNED_TO_COURIER;

import by.belparcel.kernel.PvzOrderState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of states of domain pickup-points.md 2.1; the state to ask with is that of the moment ({@link Parcel#stateAt}). */
public final class ParcelStates {

    private static final Set<PvzOrderState> HERE = EnumSet.of(ACCEPTED, OVERDUE, REFUSED, RETURNED_BY_CLIENT);

    private ParcelStates() {}

    /** The state afterwards; empty when it is not allowed. */
    public static Optional<PvzOrderState> after(PvzOrderState state, ParcelAction action) {
        return switch (action) {
            case ACCEPT -> to(ACCEPTED, state == EXPECTED);
            case ISSUE -> to(ISSUED, state == ACCEPTED);
            case TAKE_BACK -> to(RETURNED_BY_CLIENT, state == ISSUED);
            case EXPIRE -> to(OVERDUE, state == ACCEPTED || state == OVERDUE);
            case EXTEND -> to(ACCEPTED, state == ACCEPTED || state == OVERDUE);
            case REFUSE -> to(REFUSED, state == ACCEPTED);
            case HAND_TO_COURIER ->
                to(RETURNED_TO_COURIER, state == OVERDUE || state == REFUSED || state == RETURNED_BY_CLIENT);
            case MOVE -> to(state, HERE.contains(state));
        };
    }

    /** Names of the states in which something is allowed, for the answer to who tries it in another. */
    public static List<String> allowing(ParcelAction action) {
        return Arrays.stream(PvzOrderState.values())
                .filter(state -> after(state, action).isPresent())
                .map(Enum::name)
                .toList();
    }

    private static Optional<PvzOrderState> to(PvzOrderState state, boolean allowed) {
        return allowed ? Optional.of(state) : Optional.empty();
    }
}
