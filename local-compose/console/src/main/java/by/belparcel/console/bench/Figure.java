package by.belparcel.console.bench;

/**
 * One row of the bench table.
 *
 * @param value what the product does, in {@code unit}
 * @param reference what is measured beside it in the same run
 * @param referenceValue in the same unit
 * @param ratio value / referenceValue
 * @param target the condition in words
 * @param ok whether the target is met
 */
public record Figure(
        String name,
        double value,
        String unit,
        String reference,
        double referenceValue,
        double ratio,
        String target,
        boolean ok) {

    static Figure atMost(
            String name, double value, String unit, String reference, double referenceValue, double limit) {
        double ratio = value / referenceValue;
        return new Figure(name, value, unit, reference, referenceValue, ratio, "<= " + limit + " x", ratio <= limit);
    }

    static Figure atLeast(
            String name, double value, String unit, String reference, double referenceValue, double limit) {
        double ratio = value / referenceValue;
        return new Figure(name, value, unit, reference, referenceValue, ratio, ">= " + limit + " x", ratio >= limit);
    }

    /** A figure against a fixed limit, which stands as its reference. */
    static Figure limit(String name, double value, String unit, double limit) {
        return new Figure(
                name,
                value,
                unit,
                "limit",
                limit,
                limit == 0 ? value : value / limit,
                "<= " + limit + " " + unit,
                value <= limit);
    }
}
