package by.belparcel.runner.main;

import by.belparcel.embedded.Home;
import by.belparcel.embedded.ProcessMark;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code down}: ends the system of this checkout and clears away what a killed one left. */
@Command(name = "down", description = "Stop everything that up started.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final long ORDERLY_SECONDS = 45;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    DownCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (spec == null) {
            throw new IllegalStateException("not started by picocli");
        }
        PrintWriter out = spec.commandLine().getOut();
        Optional<RunFile> run = RunFile.live();
        if (run.isPresent()) {
            end(run.get());
        }
        Home.sweep();
        out.println(run.isPresent() ? "BelParcel is down." : "BelParcel is not running.");
        return 0;
    }

    private static void end(RunFile run) throws InterruptedException {
        Optional<ProcessHandle> runner = new ProcessMark(run.pid(), run.pidStart()).alive();
        try {
            new AdminClient(run).shutdown();
        } catch (IOException e) {
            runner.ifPresent(ProcessHandle::destroy);
        }
        if (runner.isPresent() && !ended(runner.get())) {
            // Its children go with it.
            runner.get().destroyForcibly();
            if (!ended(runner.get())) {
                throw new RunnerException("process " + run.pid() + " does not end");
            }
        }
        RunFile.remove();
    }

    private static boolean ended(ProcessHandle runner) throws InterruptedException {
        try {
            return !runner.onExit().get(ORDERLY_SECONDS, TimeUnit.SECONDS).isAlive();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            return !runner.isAlive();
        }
    }
}
