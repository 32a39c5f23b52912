package by.belparcel.console.chaos;

import by.belparcel.console.RunningSystem;
import by.belparcel.console.bench.OwnSystem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Breaks the running system under load, lets it recover and looks for lost, doubled and disordered effects. */
@Command(
        name = "chaos",
        description = "Faults against the running system, or against one of its own when nothing runs.",
        mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--orders", defaultValue = "200", description = "How many orders; ${DEFAULT-VALUE} by default.")
    private int orders;

    @Option(names = "--faults", defaultValue = "24", description = "How many faults; ${DEFAULT-VALUE} by default.")
    private int faults;

    @Option(names = "--seed", description = "Repeats the chance of an earlier run.")
    private @Nullable Long seed;

    @Option(names = "--json", description = "File for the result.")
    private @Nullable Path json;

    @Option(names = "--sweep", description = "Kills one process at each crash point instead.")
    private boolean sweep;

    @Option(
            names = "--delivery",
            description = "Simulated carriers deliver the orders meanwhile, and clients watch the live map.")
    private boolean delivery;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (orders < 1 || faults < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--orders must be positive, --faults must not be negative");
        }
        // Two logging bindings are on the tools' class path; which one is chosen does not matter here.
        if (sweep) {
            return CrashSweep.run(this::tell) ? 0 : 1;
        }
        Plan plan = Plan.of(orders, faults, seed == null ? new Random().nextLong(1_000_000_000) : seed);
        tell("seed " + plan.seed());
        ChaosReport report = run(plan);
        print(report);
        if (json != null) {
            Files.writeString(json, json(report));
        }
        return report.green() ? 0 : 1;
    }

    private ChaosReport run(Plan plan) throws IOException, InterruptedException {
        Path state = RunningSystem.root().resolve(".belparcel");
        if (runs(state)) {
            return new ChaosRun(RunningSystem.find(), plan, delivery, this::tell).run(state);
        }
        tell("nothing runs from this checkout; starting a system for this run");
        try (OwnSystem own = OwnSystem.start()) {
            OddTariff.introduce(Db.at(own.running().dbDsn()));
            return new ChaosRun(own.running(), plan, delivery, this::tell).run(state);
        }
    }

    /** The file of a runner that was killed stays behind. */
    private static boolean runs(Path state) {
        return Files.exists(state.resolve("run.json"))
                && ProcessHandle.of(RunningSystem.in(state).pid()).isPresent();
    }

    static String json(ChaosReport report) {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build()
                .writeValueAsString(report);
    }

    private void print(ChaosReport report) {
        report.violations().forEach(violation -> tell(violation.toString()));
        tell(String.format(
                Locale.ROOT,
                """
                commands          %8d   (ok %d, rejected %d, unknown %d)
                faults            %8d   (recovery p50 %.2f s, max %.2f s)
                lost              %8d
                doubled           %8d
                order violations  %8d
                ledger sum        %8d
                seed %d""",
                report.commands(),
                report.ok(),
                report.rejected(),
                report.unknown(),
                report.faults(),
                report.recoveryP50S(),
                report.recoveryMaxS(),
                report.lost(),
                report.doubled(),
                report.disordered(),
                report.ledgerSum(),
                report.seed()));
    }

    private synchronized void tell(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
