package by.belparcel.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A process as a line of a file: pid and start time, because a pid alone is used again. */
public record ProcessMark(long pid, long startMillis) {

    private static final long CLOCK_TOLERANCE_MILLIS = 2_000;

    /** The mark of a process that runs now. */
    public static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(
                process.pid(),
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** The process itself, when it still runs and is no later one with the same pid. */
    public Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> {
            long start = handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
            return Math.abs(start - startMillis) <= CLOCK_TOLERANCE_MILLIS;
        });
    }

    /** Whether no process has this pid: certain, whatever the machine's clock did since. */
    public boolean gone() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    static void write(Path file, List<ProcessMark> marks) {
        StringBuilder text = new StringBuilder();
        marks.forEach(mark ->
                text.append(mark.pid).append(' ').append(mark.startMillis).append('\n'));
        try {
            // In one step: a reader in between would take a running server for an abandoned one.
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ProcessMark> read(Path file) {
        List<ProcessMark> marks = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int space = line.indexOf(' ');
                if (space > 0) {
                    marks.add(new ProcessMark(
                            Long.parseLong(line.substring(0, space)), Long.parseLong(line.substring(space + 1))));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | NumberFormatException e) {
            return List.of();
        }
        return marks;
    }
}
