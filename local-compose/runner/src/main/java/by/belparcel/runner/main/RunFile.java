package by.belparcel.runner.main;

import by.belparcel.embedded.Checkout;
import by.belparcel.embedded.ProcessMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code .belparcel/run.json}: where the system of this checkout runs. {@code pidStart} tells a later process with the same pid. */
record RunFile(
        long pid,
        long pidStart,
        int port,
        int adminPort,
        int clusterPort,
        String dataDir,
        String dbDsn,
        String kafkaBrokers,
        String startedAt) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    static Path path() {
        return Checkout.state().resolve("run.json");
    }

    /** The system of this checkout, if one runs; the file of a dead one is removed. */
    static Optional<RunFile> live() {
        if (!Files.exists(path())) {
            return Optional.empty();
        }
        try {
            RunFile found = JSON.readValue(Files.readString(path()), RunFile.class);
            if (!new ProcessMark(found.pid, found.pidStart).gone()) {
                return Optional.of(found);
            }
        } catch (IOException | JacksonException e) {
            // Not one of ours, or cut off: as good as none.
        }
        remove();
        return Optional.empty();
    }

    /** It holds the database password, so only its owner reads it. */
    void write() {
        try {
            Files.createDirectories(Checkout.state());
            Path fresh = Files.createTempFile(
                    Checkout.state(), "run", ".tmp", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
            Files.move(fresh, path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the file when it is about that process. */
    static void removeOf(long pid) {
        if (live().filter(found -> found.pid == pid).isPresent()) {
            remove();
        }
    }

    static void remove() {
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
