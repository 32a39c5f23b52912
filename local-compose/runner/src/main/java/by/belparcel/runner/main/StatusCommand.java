package by.belparcel.runner.main;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code status}: what runs, as a table or as JSON. */
@Command(name = "status", description = "Show what runs.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    StatusCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (spec == null) {
            throw new IllegalStateException("not started by picocli");
        }
        Optional<RunFile> run = RunFile.live();
        if (run.isEmpty()) {
            throw new RunnerException("BelParcel is not running; ./belparcel up starts it");
        }
        String status = new AdminClient(run.get()).status();
        spec.commandLine().getOut().println(json ? status : StatusText.of(status));
        return 0;
    }
}
