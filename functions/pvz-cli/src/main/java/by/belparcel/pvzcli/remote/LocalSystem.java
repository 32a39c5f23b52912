package by.belparcel.pvzcli.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The system that {@code ./belparcel up} started from this checkout: its address, and the secret that it made for its tokens. */
public final class LocalSystem {

    /** It stands in the token's claims as it is. */
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");

    private static final String LOOPBACK = "127.0.0.1";

    private final int port;
    private final Path data;

    private LocalSystem(int port, Path data) {
        this.port = port;
        this.data = data;
    }

    /** The running system of the checkout at {@code root}; empty when none runs. */
    public static Optional<LocalSystem> at(Path root) {
        Path file = root.resolve(".belparcel").resolve("run.json");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            Map<String, String> run = JsonFile.values(file);
            boolean alive = ProcessHandle.of(Long.parseLong(run.getOrDefault("pid", "0")))
                    .isPresent();
            int port = Integer.parseInt(run.getOrDefault("port", "0"));
            return alive
                    ? Optional.of(new LocalSystem(port, Path.of(run.getOrDefault("dataDir", ""))))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            // Just being written or not ours: as good as none.
            return Optional.empty();
        }
    }

    public Endpoint endpoint() {
        return new Endpoint(LOOPBACK, port, false);
    }

    /** A token of a worker of this point for ten minutes; empty when it is no id, or the secret cannot be read. */
    public Optional<String> workerToken(String pvzId) {
        if (!ID.matcher(pvzId).matches()) {
            return Optional.empty();
        }
        try {
            return JsonFile.values(data.resolve("secrets.json")).entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith("/AUTH_HS256SECRET"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .map(secret -> WorkerToken.signed(secret, pvzId));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
