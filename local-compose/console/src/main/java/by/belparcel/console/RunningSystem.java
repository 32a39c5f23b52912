package by.belparcel.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system that was started from this checkout, whatever its ports. */
public record RunningSystem(
        long pid, int port, int adminPort, int clusterPort, Path data, String dbDsn, String kafkaBrokers) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws IllegalStateException with advice when nothing runs */
    public static RunningSystem find() {
        return in(root().resolve(".belparcel"));
    }

    /** The system whose runner keeps its state in this folder. */
    public static RunningSystem in(Path state) {
        Path file = state.resolve("run.json");
        if (!Files.exists(file)) {
            throw new IllegalStateException("nothing runs from this checkout; start it with ./belparcel up");
        }
        JsonNode run = read(file);
        return new RunningSystem(
                run.path("pid").asLong(),
                run.path("port").asInt(),
                run.path("adminPort").asInt(),
                run.path("clusterPort").asInt(),
                Path.of(run.path("dataDir").asString()),
                run.path("dbDsn").asString(),
                run.path("kafkaBrokers").asString());
    }

    public static Path root() {
        return Path.of(System.getProperty("belparcel.root", "."));
    }

    /** The public address without a slash at the end. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public String admin(String path) {
        return "http://127.0.0.1:" + adminPort + path;
    }

    /** A value that the runner made for a Secret of the manifests, found by its key. */
    public String secret(String key) {
        Path file = data.resolve("secrets.json");
        JsonNode secrets = read(file);
        return secrets.propertyStream()
                .filter(entry -> entry.getKey().endsWith("/" + key))
                .map(entry -> entry.getValue().asString())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the running system has no secret " + key));
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
