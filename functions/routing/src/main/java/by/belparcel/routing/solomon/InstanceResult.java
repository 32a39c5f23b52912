package by.belparcel.routing.solomon;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What the optimiser made of an instance.
 *
 * @param bestKnown empty when this table does not know it
 * @param problems why it is not a solution; empty when it is one
 */
public record InstanceResult(
        String name,
        int customers,
        int vehicles,
        double distance,
        OptionalDouble bestKnown,
        double seconds,
        List<String> problems) {

    /** Distance by the best known one. */
    public OptionalDouble ratio() {
        return bestKnown.isPresent() ? OptionalDouble.of(distance / bestKnown.getAsDouble()) : OptionalDouble.empty();
    }

    public boolean isFeasible() {
        return problems.isEmpty();
    }
}
