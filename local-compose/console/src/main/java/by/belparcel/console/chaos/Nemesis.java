package by.belparcel.console.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does the planned faults one after another, with load before, during and after each, and times the recovery. */
final class Nemesis {

    private static final int STEPS_PER_FAULT = 4;
    private static final long GIVE_UP_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long PROBE_AFTER_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int TRIES = 15;

    private final Plan plan;
    private final Faults faults;
    private final Pace pace;
    private final History history;
    private final BooleanSupplier probe;
    private final Consumer<String> progress;
    private final List<Double> recoveries = new ArrayList<>();
    private int done;

    /** @param probe tries whether a command is accepted, for the case that the load has no order left */
    Nemesis(Plan plan, Faults faults, Pace pace, History history, BooleanSupplier probe, Consumer<String> progress) {
        this.plan = plan;
        this.faults = faults;
        this.pace = pace;
        this.history = history;
        this.probe = probe;
        this.progress = progress;
    }

    static Pace pace(Plan plan) {
        return new Pace(plan.orders().size(), plan.faults().size() * STEPS_PER_FAULT + 1);
    }

    /** Ends when the last fault is healed; the rest of the load is free to go then. */
    void rage() throws InterruptedException, IOException {
        for (Plan.Fault fault : plan.faults()) {
            step();
            TimeUnit.MILLISECONDS.sleep(fault.gapMillis());
            strike(fault);
        }
        pace.all();
    }

    /** Seconds from heal to the next accepted command, one for each fault that was done. */
    List<Double> recoveries() {
        return List.copyOf(recoveries);
    }

    private void strike(Plan.Fault fault) throws InterruptedException, IOException {
        Faults.Begun begun = begin(fault);
        if (begun == null) {
            return;
        }
        history.fault("begin", fault.kind(), begun.what());
        step();
        try {
            step();
            begun.heal().heal();
        } catch (SQLException e) {
            // An old transaction that another fault ended first.
            history.fault("gone", fault.kind(), String.valueOf(e.getMessage()));
        }
        long healed = System.nanoTime();
        history.fault("heal", fault.kind(), begun.what());
        step();
        double seconds = awaitSuccess(healed);
        recoveries.add(seconds);
        progress.accept(String.format(
                Locale.ROOT,
                "fault %d of %d: %s (%s), next command accepted after %.1f s",
                fault.number() + 1,
                plan.faults().size(),
                fault.kind().text(),
                begun.what(),
                seconds));
    }

    /** The database may still be on its way back from the fault before. */
    private Faults.@Nullable Begun begin(Plan.Fault fault) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                return faults.begin(fault);
            } catch (IOException | SQLException | Db.DbUnavailable e) {
                if (tries == TRIES) {
                    progress.accept("no " + fault.kind().text() + ": " + e.getMessage());
                    return null;
                }
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    private void step() {
        done++;
        pace.step(done);
    }

    private double awaitSuccess(long healed) throws InterruptedException {
        long probeAt = healed + PROBE_AFTER_NANOS;
        while (System.nanoTime() - healed < GIVE_UP_NANOS) {
            long at = history.successAfter(healed);
            if (at > 0 || System.nanoTime() > probeAt && probe.getAsBoolean()) {
                return ((at > 0 ? at : System.nanoTime()) - healed) / 1e9;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        throw new IllegalStateException("no command was accepted within a minute after a fault was healed");
    }
}
