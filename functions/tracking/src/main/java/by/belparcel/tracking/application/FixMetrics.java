package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.Meter;

/** Counter {@code belparcel_fix_total{result,rule}} (domain operations.md section 10). */
@FunctionalInterface
public interface FixMetrics {

    /** @param result accepted, late, heartbeat or refused @param rule code of the rule, {@code -} when none failed */
    void fix(String result, String rule);

    static FixMetrics of(Meter meter) {
        return (result, rule) -> meter.count("belparcel_fix_total", "result", result, "rule", rule);
    }
}
