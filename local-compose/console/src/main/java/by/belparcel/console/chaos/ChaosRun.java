package by.belparcel.console.chaos;

import by.belparcel.console.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One run: load and faults, then healing, rest and the checks. */
final class ChaosRun {

    private static final Duration REST = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String DB_NOW =
            "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') as now";

    private final Target target;
    private final Plan plan;
    private final boolean delivery;
    private final Consumer<String> progress;
    private final String run;
    private final String since;

    /** @param delivery whether carriers deliver the orders meanwhile */
    ChaosRun(RunningSystem system, Plan plan, boolean delivery, Consumer<String> progress) {
        this.target = Target.of(system);
        this.plan = plan;
        this.delivery = delivery;
        this.progress = progress;
        this.run =
                Long.toString(plan.seed(), 36).replace('-', 'n') + "-" + Long.toString(System.currentTimeMillis(), 36);
        this.since = target.db().rows(DB_NOW).getFirst().text("now");
    }

    /** The history file stays beside the state when a promise was broken. */
    ChaosReport run(Path folder) throws IOException, InterruptedException {
        Path file = Files.createDirectories(folder).resolve("chaos-" + run + ".jsonl");
        Outcome outcome;
        try (History history = History.in(file)) {
            outcome = drive(history);
        }
        ChaosReport report = ChaosReport.of(
                plan.seed(),
                outcome.deeds(),
                outcome.recoveries(),
                outcome.violations(),
                Checker.ledgerSum(target.db()));
        if (report.green()) {
            Files.delete(file);
        } else {
            progress.accept("the history is in " + file);
        }
        return report;
    }

    record Outcome(List<Deed> deeds, List<Double> recoveries, List<Violation> violations) {}

    Outcome drive(History history) throws IOException, InterruptedException {
        try (Traffic traffic = delivery ? Traffic.on(target, since) : Traffic.none()) {
            return drive(history, traffic);
        }
    }

    private Outcome drive(History history, Traffic traffic) throws IOException, InterruptedException {
        Pace pace = Nemesis.pace(plan);
        Faults faults = new Faults(target, new Redelivery(target));
        Nemesis nemesis = new Nemesis(plan, faults, pace, history, () -> repeatsFirst(history), progress);
        Load load = new Load(target.system(), plan, run, pace, history);
        Thread interrupted = new Thread(() -> heal(faults));
        Runtime.getRuntime().addShutdownHook(interrupted);
        load.start();
        try {
            nemesis.rage();
        } finally {
            pace.all();
            load.join();
            heal(faults);
            traffic.allPlaced();
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
        long healed = System.nanoTime();
        List<String> open = new Settling(target, since, traffic.flows(), progress).await(REST);
        progress.accept(
                String.format(Locale.ROOT, "at rest after %.1f s; checking", (System.nanoTime() - healed) / 1e9));
        List<Violation> violations = new ArrayList<>();
        open.forEach(
                what -> violations.add(new Violation(Violation.Kind.LOST, "I8", "still open at the end: " + what)));
        violations.addAll(traffic.violations(progress));
        violations.addAll(Checker.violations(evidence(history.deeds())));
        return new Outcome(history.deeds(), nemesis.recoveries(), violations);
    }

    /** Nothing stays stopped or turned on, however the run ends. */
    private static void heal(Faults faults) {
        try {
            faults.continueAll();
            faults.knobOff();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Evidence evidence(List<Deed> deeds) {
        return new Evidence(
                since, run, deeds, target.db(), TopicLog.read(target.system().kafkaBrokers()), this::repeat);
    }

    private Answer repeat(Deed deed) throws InterruptedException {
        return Api.shop(target.system(), Load.subject(deed.proc()))
                .untilKnown("POST", deed.path(), deed.key(), deed.body(), PATIENCE);
    }

    /** Whether the first accepted command of the run is accepted again. */
    private boolean repeatsFirst(History history) {
        return history.deeds().stream()
                .filter(deed -> deed.verdict() == Deed.Verdict.OK)
                .findFirst()
                .filter(this::acceptedNow)
                .isPresent();
    }

    private boolean acceptedNow(Deed deed) {
        try {
            return Api.shop(target.system(), Load.subject(deed.proc()))
                    .once("POST", deed.path(), deed.key(), deed.body())
                    .ok();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
