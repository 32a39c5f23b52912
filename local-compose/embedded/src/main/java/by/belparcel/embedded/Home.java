package by.belparcel.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    private static final long UNMARKED_MILLIS = 60_000;

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
            if (temporary) {
                // The marks go last: a close that is cut short is made good by the next sweep.
                try (Stream<Path> children = Files.list(folder)) {
                    children.filter(child -> !child.endsWith(MARKS)).forEach(Folders::delete);
                }
            }
            Files.deleteIfExists(folder.resolve(MARKS));
        } catch (NoSuchFileException e) {
            return;
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
                boolean ownerless =
                        marks.isEmpty() ? isOld(each) : marks.getFirst().gone();
                if (ownerless) {
                    marks.stream().skip(1).forEach(Home::end);
                    endServersWithin(each);
                    Folders.delete(each);
                }
            }
        }
        return tmp;
    }

    /** Without marks it may be one that is being made this moment. */
    private static boolean isOld(Path folder) throws IOException {
        try {
            long age = System.currentTimeMillis()
                    - Files.getLastModifiedTime(folder).toMillis();
            return age > UNMARKED_MILLIS;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** A run keeps the folders of its servers inside its own. */
    private static void endServersWithin(Path run) throws IOException {
        try (Stream<Path> folders = Files.list(run)) {
            folders.map(each -> each.resolve(MARKS))
                    .flatMap(each -> ProcessMark.read(each).stream().skip(1))
                    .forEach(Home::end);
        } catch (NoSuchFileException e) {
            // Another process sweeps as well.
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
