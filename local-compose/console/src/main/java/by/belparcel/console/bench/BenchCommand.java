package by.belparcel.console.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Prints the table of design targets, each row a ratio with both of its figures. */
@Command(name = "bench", description = "Measures the design targets.", mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

    private static final String ROUTES = "routes";
    private static final Map<String, Supplier<Bench>> BENCHES = new LinkedHashMap<>();

    static {
        BENCHES.put("cold", ColdBench::new);
        BENCHES.put("memory", MemoryBench::new);
        BENCHES.put("up", UpBench::new);
        BENCHES.put("chain", ChainBench::new);
        BENCHES.put("commands", CommandsBench::new);
        BENCHES.put("idle", IdleBench::new);
        BENCHES.put("outbox", OutboxBench::new);
        BENCHES.put("locations", LocationsBench::new);
        BENCHES.put("pvz", PvzBench::new);
        BENCHES.put(ROUTES, RoutesBench::new);
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", description = "One of the rows; all when absent.")
    private @Nullable String name;

    @Option(names = "--json", description = "File for the result.")
    private @Nullable Path json;

    @Option(names = "--instances", description = "Folder of routing instances.")
    private @Nullable Path instances;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (name != null && !BENCHES.containsKey(name)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no bench " + name + "; there are " + BENCHES.keySet());
        }
        if (ROUTES.equals(name) && instances == null) {
            throw new ParameterException(spec.commandLine(), "bench routes needs --instances DIR");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Figure> figures = new ArrayList<>();
        for (Map.Entry<String, Supplier<Bench>> bench : BENCHES.entrySet()) {
            if (name == null && bench.getKey().equals(ROUTES) && instances == null) {
                out.println("routes: left out, it needs --instances DIR");
            } else if (name == null || name.equals(bench.getKey())) {
                List<Figure> rows = bench.getValue().get().run(new Bench.Settings(instances));
                figures.addAll(rows);
                rows.forEach(row -> print(out, row));
            }
        }
        if (json != null) {
            JsonMapper mapper = JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();
            Files.writeString(json, mapper.writeValueAsString(figures));
        }
        return figures.stream().allMatch(Figure::ok) ? 0 : 1;
    }

    private static void print(PrintWriter out, Figure f) {
        out.printf(
                Locale.ROOT,
                "%-22s %12.1f %-10s %-36s %12.1f  ratio %6.2f  target %-14s %s%n",
                f.name(),
                f.value(),
                f.unit(),
                f.reference(),
                f.referenceValue(),
                f.ratio(),
                f.target(),
                f.ok() ? "ok" : "MISSED");
        out.flush();
    }
}
