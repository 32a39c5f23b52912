package by.belparcel.routing.plan;

import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import java.util.Map;

/**
 * Settings of jsprit.
 *
 * @param smallIterations for as many stops as a trip may have
 * @param largeIterations for more
 * @param threshold by which share of its cost a solution may get worse at first
 * @param coolsByTime whether the threshold falls with the time that is spent, not with the iterations; then the result depends on
 *     the machine
 * @param properties by the names that jsprit gives to its parameters and strategies; shares are numbers of stops
 */
public record JspritTuning(
        int smallIterations,
        int largeIterations,
        double threshold,
        boolean coolsByTime,
        Map<String, String> properties) {

    /** Many cheap iterations find more than few thorough ones: little is ruined at a time, mostly strings of neighbours. */
    private static final Map<String, String> FAST = Map.ofEntries(
            Map.entry("threads", "1"),
            Map.entry("regret.fast", "true"),
            Map.entry("insertion.noise_prob", "0.1"),
            Map.entry("string_best", "1"),
            Map.entry("string_kmin", "1"),
            Map.entry("string_kmax", "4"),
            Map.entry("string_lmin", "2"),
            Map.entry("string_lmax", "8"),
            Map.entry("random_best.min_share", "2"),
            Map.entry("random_best.max_share", "12"),
            Map.entry("random_regret.min_share", "2"),
            Map.entry("random_regret.max_share", "12"),
            Map.entry("radial.min_share", "2"),
            Map.entry("radial.max_share", "12"),
            Map.entry("worst.min_share", "2"),
            Map.entry("worst.max_share", "12"),
            Map.entry("cluster.min_share", "2"),
            Map.entry("cluster.max_share", "12"));

    /** For trips: ends by iterations. */
    public static final JspritTuning DEFAULT = new JspritTuning(100, 2_000, 0.03, false, FAST);

    /** Uses all of its time. */
    public static final JspritTuning THOROUGH = new JspritTuning(1_000_000, 1_000_000, 0.03, true, FAST);

    private static final int SMALL = 12;

    public JspritTuning {
        properties = Map.copyOf(properties);
    }

    int iterations(int jobs) {
        return jobs <= SMALL ? smallIterations : largeIterations;
    }

    void apply(Jsprit.Builder builder) {
        properties.forEach(builder::setProperty);
    }
}
