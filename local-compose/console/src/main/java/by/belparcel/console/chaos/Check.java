package by.belparcel.console.chaos;

import java.util.List;

/** One promise, checked over the evidence of a run that has come to rest. */
@FunctionalInterface
interface Check {
    List<Violation> violations(Evidence evidence) throws InterruptedException;
}
