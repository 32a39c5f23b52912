package by.belparcel.routing.solomon;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Published total distances of the instances with 100 customers, Euclidean and not rounded: the best of heuristics that minimise the
 * distance, whatever the number of vehicles. C101, R101 and R110 are those that come with the instances; where publications
 * differ for another one, by less than a percent, the lower figure stands here. R2 and RC2 are left out.
 */
final class BestKnown {

    private static final int CUSTOMERS = 100;

    private static final Map<String, Double> DISTANCES = Map.ofEntries(
            Map.entry("C101", 828.94),
            Map.entry("C102", 828.94),
            Map.entry("C103", 828.06),
            Map.entry("C104", 824.78),
            Map.entry("C105", 828.94),
            Map.entry("C106", 828.94),
            Map.entry("C107", 828.94),
            Map.entry("C108", 828.94),
            Map.entry("C109", 828.94),
            Map.entry("R101", 1642.88),
            Map.entry("R102", 1472.62),
            Map.entry("R103", 1213.62),
            Map.entry("R104", 976.61),
            Map.entry("R105", 1360.78),
            Map.entry("R106", 1241.52),
            Map.entry("R107", 1073.34),
            Map.entry("R108", 947.55),
            Map.entry("R109", 1151.84),
            Map.entry("R110", 1072.41),
            Map.entry("R111", 1053.50),
            Map.entry("R112", 953.63),
            Map.entry("RC101", 1623.58),
            Map.entry("RC102", 1466.84),
            Map.entry("RC103", 1261.67),
            Map.entry("RC104", 1135.48),
            Map.entry("RC105", 1518.60),
            Map.entry("RC106", 1377.35),
            Map.entry("RC107", 1212.83),
            Map.entry("RC108", 1117.53),
            Map.entry("C201", 591.56),
            Map.entry("C202", 591.56),
            Map.entry("C203", 591.17),
            Map.entry("C204", 590.60),
            Map.entry("C205", 588.88),
            Map.entry("C206", 588.49),
            Map.entry("C207", 588.29),
            Map.entry("C208", 588.32));

    private BestKnown() {}

    static OptionalDouble of(Instance instance) {
        Double distance = DISTANCES.get(instance.name().toUpperCase(Locale.ROOT));
        if (distance == null || instance.customers().size() != CUSTOMERS + 1) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(distance);
    }
}
