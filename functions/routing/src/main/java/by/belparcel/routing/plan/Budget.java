package by.belparcel.routing.plan;

import java.time.Duration;

/**
 * How long a solver may work. Two runs that end by iterations give the same solution; one that ends by time need not.
 *
 * @param iterations at most; 0: the solver chooses by the size of the problem
 */
public record Budget(int iterations, Duration time) {

    /** What a trip gets. */
    public static final Budget DEFAULT = new Budget(0, Duration.ofSeconds(2));
}
