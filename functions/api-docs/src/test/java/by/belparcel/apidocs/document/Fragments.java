package by.belparcel.apidocs.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The hand-kept files: {@code functions/<context>/src/main/resources/openapi/<context>.yaml} and the shared one. */
final class Fragments {

    static final Path FUNCTIONS = Path.of(System.getProperty("belparcel.root", "../.."), "functions");

    /** Beside the contexts: what they share, and what the documents say of themselves. */
    static final Path OWN = FUNCTIONS.resolve(Path.of("api-docs", "src", "main", "resources", "openapi"));

    private static final String COMMON = "common.yaml";

    private Fragments() {}

    static Map<String, Object> common() {
        return load(OWN.resolve(COMMON));
    }

    /** By name of the context, in alphabetical order. */
    static Map<String, Map<String, Object>> contexts() {
        Map<String, Map<String, Object>> fragments = new LinkedHashMap<>();
        for (Path file : files()) {
            fragments.put(file.getFileName().toString().replace(".yaml", ""), load(file));
        }
        return fragments;
    }

    private static List<Path> files() {
        try (Stream<Path> modules = Files.list(FUNCTIONS)) {
            return modules.map(module -> module.resolve(Path.of("src", "main", "resources", "openapi")))
                    .filter(Files::isDirectory)
                    .flatMap(Fragments::yaml)
                    .filter(file -> !file.endsWith(COMMON))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> yaml(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> load(Path file) {
        try {
            return Tree.map(new Load(LoadSettings.builder()
                            .setLabel(file.getFileName().toString())
                            .build())
                    .loadFromString(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
