package by.belparcel.console.chaos;

import java.util.ArrayList;
import java.util.List;

/** All promises of quality section 4 that hold for what the system can do so far. */
final class Checker {

    private static final List<Check> CHECKS = List.of(
            new PlacedCheck(), new CancelledCheck(), new GhostCheck(), new TopicOrderCheck(), new ReplayCheck());

    private Checker() {}

    static List<Violation> violations(Evidence evidence) throws InterruptedException {
        List<Violation> found = new ArrayList<>();
        for (Check check : CHECKS) {
            found.addAll(check.violations(evidence));
        }
        for (List<Check> promises : List.of(DatabasePromises.ALL, DeliveryPromises.ALL, CounterPromises.ALL)) {
            for (Check check : promises) {
                found.addAll(check.violations(evidence));
            }
        }
        return found;
    }

    /** What the ledger is off by in kopecks: the sums of its settlements without their signs, so that no two errors hide each other. */
    static long ledgerSum(Db db) {
        return db.number("""
                select coalesce(sum(abs(off)), 0)
                from (select sum(amount_minor) as off from payments.ledger group by settlement_id, currency) s""");
    }
}
