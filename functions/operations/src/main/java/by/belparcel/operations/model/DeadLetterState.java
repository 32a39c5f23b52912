package by.belparcel.operations.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** States of a dead letter and what may be done in each (domain operations section 2). */
public enum DeadLetterState {
    OPEN,
    REDRIVING,
    PARKED,
    RESOLVED,
    DISCARDED,
    SUPERSEDED;

    public static final Set<DeadLetterState> REDRIVABLE = Set.of(OPEN, PARKED);
    public static final Set<DeadLetterState> PARKABLE = Set.of(OPEN, REDRIVING);
    public static final Set<DeadLetterState> DISCARDABLE = Set.of(OPEN, PARKED);

    public static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }
}
