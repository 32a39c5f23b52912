package by.belparcel.console.demo;

import by.belparcel.console.ApiClient;
import by.belparcel.console.DemoPlaces;
import by.belparcel.console.LocalTokens;
import by.belparcel.console.RunningSystem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

/** Drives orders through the running system into the hands of their clients and accounts for every order, batch and trip. */
@Command(
        name = "demo",
        description = "Drives orders through the running system into the hands of their clients.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    /** Longer than the relay's last attempt takes to come. */
    private static final Duration CHAOS = Duration.ofSeconds(40);

    /** A refund is the provider's to settle. */
    private static final Duration SETTLING = Duration.ofSeconds(60);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--orders", defaultValue = "50", description = "How many orders; ${DEFAULT-VALUE} by default.")
    private int orders;

    @Option(
            names = "--speedup",
            defaultValue = "60",
            description = "How many times faster than a real day the simulated carriers drive, 1 to 60.")
    private double speedup;

    @Option(
            names = "--chaos",
            arity = "0..1",
            defaultValue = "0",
            fallbackValue = "20",
            description =
                    "Percent of publish attempts that the relay drops while the orders travel; ${FALLBACK-VALUE} without a number.")
    private int chaos;

    @Option(names = "--patience", defaultValue = "PT8M", description = "How long to wait; ISO 8601.")
    private Duration patience = Duration.ofMinutes(8);

    @Option(names = "--json", description = "File for the result.")
    private @Nullable Path json;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (orders < 1 || speedup < 1 || speedup > 60) {
            throw new ParameterException(spec.commandLine(), "--orders must be positive, --speedup 1 to 60");
        }
        RunningSystem system = RunningSystem.find();
        PrintWriter out = spec.commandLine().getOut();
        Consumer<String> progress = line -> {
            out.println(line);
            out.flush();
        };
        LocalTokens tokens = new LocalTokens(system);
        ApiClient shop = new ApiClient(
                system.address(), tokens.issue("shop", "demo-shop", Map.of("shop_id", List.of(DemoPlaces.SHOP))));
        ApiClient admin = new ApiClient(system.address(), tokens.issue("admin", "demo-admin", Map.of()));
        long started = System.nanoTime();
        DemoMap map = new DemoMap(admin, Delivery.REACH_METRES);
        OrderRun run = new OrderRun(shop, map, orders, started + patience.toNanos());
        TripBook book = new TripBook();
        try (Delivery delivery = new Delivery(system, admin, map, Mishap.ALL, speedup, book, run::allConfirmed, run)) {
            delivery.begin();
            travel(run, admin, progress);
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        Account account = new Account(admin, run.ids());
        account.trips(book).forEach(progress);
        book.troubles().forEach(trouble -> progress.accept("trouble: " + trouble));
        run.arrivedNanos()
                .ifPresent(nanos -> progress.accept(
                        String.format(Locale.ROOT, "%-18s %6.1f s", "all delivered in", (nanos - started) / 1e9)));
        return report(run, account, seconds, progress) ? 0 : 1;
    }

    private boolean report(OrderRun run, Account account, double seconds, Consumer<String> progress)
            throws IOException, InterruptedException {
        Map<String, Integer> byState = new TreeMap<>(run.byState());
        int known = byState.values().stream().mapToInt(Integer::intValue).sum() - byState.getOrDefault("UNKNOWN", 0);
        int lost = orders - known;
        long ended = run.ended();
        byState.forEach((state, count) -> progress.accept(String.format(Locale.ROOT, "%-18s %6d", state, count)));
        progress.accept(String.format(Locale.ROOT, "%-18s %6d   in %.1f s", "lost", lost, seconds));
        progress.accept(String.format(
                Locale.ROOT,
                "%-18s %6d   trips %d, completed %d",
                "not in one batch",
                account.notInOneBatch(),
                account.tripCount(),
                account.completed()));
        long money = account.openPayments(run, SETTLING);
        progress.accept(String.format(Locale.ROOT, "%-18s %6d", "money not settled", money));
        if (json != null) {
            JsonMapper mapper = JsonMapper.builder().build();
            ObjectNode node = mapper.createObjectNode().put("orders", orders);
            node.set("by_state", mapper.valueToTree(byState));
            node.put("ended", ended).put("money_open", money).put("not_in_one_batch", account.notInOneBatch());
            node.put("trips", account.tripCount()).put("trips_completed", account.completed());
            Files.writeString(
                    json, node.put("lost", lost).put("seconds", seconds).toString());
        }
        return ended == orders
                && lost == 0
                && money == 0
                && account.notInOneBatch() == 0
                && account.completed() == account.tripCount();
    }

    private void travel(OrderRun run, ApiClient admin, Consumer<String> progress) throws InterruptedException {
        if (chaos > 0) {
            try (RelayChaos relay = RelayChaos.turn(admin, chaos)) {
                run.place(progress);
                long end = System.nanoTime() + CHAOS.toNanos();
                run.follow(progress, () -> System.nanoTime() < end);
                relay.close();
                progress.accept("chaos off; keys released: " + relay.release());
            }
        } else {
            run.place(progress);
        }
        run.follow(progress, () -> true);
    }
}
