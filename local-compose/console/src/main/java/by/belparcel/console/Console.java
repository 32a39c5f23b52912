package by.belparcel.console;

import by.belparcel.console.bench.BenchCommand;
import by.belparcel.console.chaos.ChaosCommand;
import by.belparcel.console.demo.DemoCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry of the tools behind {@code ./belparcel}. */
@Command(
        name = "belparcel",
        subcommands = {TokenCommand.class, TrainCommand.class, DemoCommand.class, BenchCommand.class, ChaosCommand.class
        },
        description = "Tools of BelParcel on one machine.")
public final class Console {

    private Console() {}

    public static void main(String[] args) {
        // What the clients of Kafka and of the database tell about themselves does not belong between the figures.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(new CommandLine(new Console())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("belparcel: " + failure.getMessage());
                    return 1;
                })
                .execute(args));
    }
}
