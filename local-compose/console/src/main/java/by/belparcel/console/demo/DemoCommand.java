package by.belparcel.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Drives orders through the running system and accounts for every one of them. */
@Command(name = "demo", description = "Drives orders through the running system.", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    /** Longer than the relay's last attempt takes to come. */
    private static final int CHAOS_SECONDS = 40;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--orders", defaultValue = "50", description = "How many orders; ${DEFAULT-VALUE} by default.")
    private int orders;

    @Option(
            names = "--speedup",
            defaultValue = "1",
            description = "Speed of simulated carriers; orders end CONFIRMED so far.")
    private double speedup;

    @Option(
            names = "--chaos",
            arity = "0..1",
            defaultValue = "0",
            fallbackValue = "20",
            description =
                    "Percent of publish attempts that the relay drops while the orders travel; ${FALLBACK-VALUE} without a number.")
    private int chaos;

    @Option(names = "--patience", defaultValue = "PT5M", description = "How long to wait; ISO 8601.")
    private Duration patience = Duration.ofMinutes(5);

    @Option(names = "--json", description = "File for the result.")
    private @Nullable Path json;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (orders < 1 || speedup <= 0) {
            throw new ParameterException(spec.commandLine(), "--orders and --speedup must be positive");
        }
        RunningSystem system = RunningSystem.find();
        String token = new LocalTokens(system).issue("shop", "demo-shop", Map.of("shop_id", List.of(DemoPlaces.SHOP)));
        PrintWriter out = spec.commandLine().getOut();
        long started = System.nanoTime();
        OrderRun run = new OrderRun(new ApiClient(system.address(), token), orders, started + patience.toNanos());
        Consumer<String> progress = line -> {
            out.println(line);
            out.flush();
        };
        drive(run, system, progress);
        double seconds = (System.nanoTime() - started) / 1e9;
        Map<String, Integer> byState = new TreeMap<>(run.byState());
        int lost = orders
                - byState.values().stream().mapToInt(Integer::intValue).sum()
                + byState.getOrDefault("UNKNOWN", 0);
        byState.forEach((state, count) -> out.printf(java.util.Locale.ROOT, "%-12s %6d%n", state, count));
        out.printf(java.util.Locale.ROOT, "%-12s %6d   in %.1f s%n", "lost", lost, seconds);
        out.flush();
        if (json != null) {
            Files.writeString(json, result(byState, lost, seconds));
        }
        return byState.getOrDefault("CONFIRMED", 0) == orders && lost == 0 ? 0 : 1;
    }

    private void drive(OrderRun run, RunningSystem system, Consumer<String> progress) throws InterruptedException {
        if (chaos == 0) {
            run.place(progress);
            run.follow(progress);
            return;
        }
        ApiClient admin =
                new ApiClient(system.address(), new LocalTokens(system).issue("admin", "demo-admin", Map.of()));
        try (RelayChaos relay = RelayChaos.turn(admin, chaos)) {
            run.place(progress);
            run.follow(progress, Duration.ofSeconds(CHAOS_SECONDS));
            relay.close();
            progress.accept("chaos off; keys released: " + relay.release());
            run.follow(progress);
        }
    }

    private String result(Map<String, Integer> byState, int lost, double seconds) {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode node = mapper.createObjectNode().put("orders", orders);
        node.set("by_state", mapper.valueToTree(byState));
        return node.put("lost", lost).put("seconds", seconds).toString();
    }
}
