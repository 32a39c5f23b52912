package by.belparcel.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one server or of a whole run. Its file {@code processes} names the owner and the server; with it the next start ends a
 * server that was left behind and deletes temporary folders whose owner is dead. One owner at a time.
 */
public final class Home implements AutoCloseable {

    private static final String MARKS = "processes";
    private static final long KILL_SECONDS = 10;

    private final Path folder;
    private final boolean temporary;

    private Home(Path folder, boolean temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    /** The given folder, made ready, or a temporary one when there is none. */
    public static Home of(@Nullable Path data, String kind) {
        try {
            Path tmp = sweep();
            if (data == null) {
                Home home = new Home(Files.createTempDirectory(tmp, kind + "-"), true);
                home.mark(null);
                return home;
            }
            Path folder = Files.createDirectories(data.toAbsolutePath());
            claim(folder);
            Home home = new Home(folder, false);
            home.mark(null);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    public Path resolve(String child) {
        return folder.resolve(child);
    }

    /** Writes down who owns this folder and which process serves it. */
    void mark(@Nullable Process server) {
        List<ProcessMark> marks = new ArrayList<>();
        marks.add(ProcessMark.of(ProcessHandle.current()));
        if (server != null) {
            marks.add(ProcessMark.of(server.toHandle()));
        }
        ProcessMark.write(folder.resolve(MARKS), marks);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve(MARKS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (temporary) {
            Folders.delete(folder);
        }
    }

    private static void claim(Path folder) {
        List<ProcessMark> marks = ProcessMark.read(folder.resolve(MARKS));
        if (marks.isEmpty()) {
            return;
        }
        boolean mine = marks.getFirst().pid() == ProcessHandle.current().pid();
        if (!mine && marks.getFirst().alive().isPresent()) {
            throw new IllegalStateException(
                    folder + " is in use by process " + marks.getFirst().pid());
        }
        marks.stream().skip(1).forEach(Home::end);
    }

    /** Ends and deletes what runs whose owner is dead left behind; answers the folder of temporary folders. */
    public static Path sweep() throws IOException {
        Path tmp = Files.createDirectories(Checkout.state().resolve("tmp"));
        try (Stream<Path> folders = Files.list(tmp)) {
            for (Path each : folders.toList()) {
                List<ProcessMark> marks = ProcessMark.read(each.resolve(MARKS));
                if (!marks.isEmpty() && marks.getFirst().alive().isEmpty()) {
                    marks.stream().skip(1).forEach(Home::end);
                    endServersWithin(each);
                    Folders.delete(each);
                }
            }
        }
        return tmp;
    }

    /** A run keeps the folders of its servers inside its own. */
    private static void endServersWithin(Path run) throws IOException {
        try (Stream<Path> folders = Files.list(run)) {
            folders.map(each -> each.resolve(MARKS))
                    .flatMap(each -> ProcessMark.read(each).stream().skip(1))
                    .forEach(Home::end);
        }
    }

    private static void end(ProcessMark mark) {
        mark.alive().ifPresent(handle -> {
            handle.destroyForcibly();
            try {
                handle.onExit().orTimeout(KILL_SECONDS, TimeUnit.SECONDS).join();
            } catch (java.util.concurrent.CompletionException e) {
                throw new IllegalStateException("process " + mark.pid() + " does not end", e);
            }
        });
    }
}
