package by.belparcel.console.bench;

import by.belparcel.console.AppFolder;
import by.belparcel.routing.solomon.Instance;
import by.belparcel.routing.solomon.InstanceReader;
import by.belparcel.routing.solomon.InstanceResult;
import by.belparcel.routing.solomon.InstanceSolver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * The route optimiser on every instance of a folder, against the best known total distance and within a wall time. In a process of
 * its own, because the tool runs without the optimising compiler.
 */
public final class RoutesBench implements Bench {

    private static final double WORSE = 1.05;
    private static final double LIMIT_SECONDS = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public List<Figure> run(Settings settings) throws IOException, InterruptedException {
        Path folder = settings.instances();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("--instances names no folder: " + folder);
        }
        Process process = new ProcessBuilder(List.of(
                        AppFolder.java().toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RoutesBench.class.getName(),
                        folder.toAbsolutePath().toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Figure> figures = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                figures.add(JSON.readValue(line, Figure.class));
            }
        }
        if (process.waitFor() != 0 || figures.isEmpty()) {
            throw new IOException("no instance was solved in " + folder);
        }
        return figures;
    }

    /** Solves the instances of the folder and prints a figure for each, as JSON to the output and as text beside it. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        InstanceSolver solver = InstanceSolver.standard();
        for (Instance instance : InstanceReader.readFolder(Path.of(args[0]))) {
            InstanceResult result = solver.measure(instance);
            System.err.printf(
                    Locale.ROOT,
                    "%s: %.2f with %d vehicles in %.1f s, %s%n",
                    result.name(),
                    result.distance(),
                    result.vehicles(),
                    result.seconds(),
                    result.isFeasible() ? "feasible" : result.problems());
            out.println(JSON.writeValueAsString(figure(result)));
        }
    }

    private static Figure figure(InstanceResult result) {
        boolean valid = result.isFeasible() && result.seconds() <= LIMIT_SECONDS;
        double ratio = result.ratio().orElse(0);
        boolean known = result.ratio().isPresent();
        return new Figure(
                "routes " + result.name(),
                result.distance(),
                "distance",
                known ? "best known" : "no best known",
                result.bestKnown().orElse(0),
                ratio,
                known ? "<= " + WORSE + " x, feasible, <= " + (int) LIMIT_SECONDS + " s" : "feasible",
                valid && ratio <= WORSE);
    }
}
