package by.belparcel.console.chaos;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything that clients and faults did, in the order in which it was noted; one JSON object per line. */
final class History implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final BufferedWriter out;
    private final long started = System.nanoTime();
    private final List<Deed> deeds = new ArrayList<>();
    private final List<Long> successes = new ArrayList<>();
    private int lines;

    private History(Path file) throws IOException {
        this.file = file;
        this.out = Files.newBufferedWriter(file);
    }

    static History in(Path file) throws IOException {
        return new History(file);
    }

    Path file() {
        return file;
    }

    synchronized void invoked(int proc, String action, String key, String target) {
        write(proc, "invoke", action, key, target, "");
    }

    synchronized void finished(Deed deed) {
        deeds.add(deed);
        Answer answer = deed.answer();
        String type = switch (deed.verdict()) {
            case OK -> "ok";
            case REJECTED -> "fail";
            case UNKNOWN -> "info";
        };
        if (answer.ok()) {
            successes.add(System.nanoTime());
        }
        write(
                deed.proc(),
                type,
                deed.action().name(),
                deed.key(),
                deed.target(),
                answer.ok() ? "" : answer.status() + "");
    }

    synchronized void fault(String type, FaultKind kind, String what) {
        write(-1, type, kind.name(), "", what, "");
    }

    synchronized List<Deed> deeds() {
        return List.copyOf(deeds);
    }

    /** Moment of the first success after a moment, both by {@link System#nanoTime}; -1 when there was none yet. */
    synchronized long successAfter(long nanos) {
        return successes.stream().filter(at -> at > nanos).findFirst().orElse(-1L);
    }

    private void write(int proc, String type, String f, String key, String value, String err) {
        ObjectNode line = JSON.createObjectNode()
                .put("i", lines++)
                .put("t_ns", System.nanoTime() - started)
                .put("proc", proc)
                .put("type", type)
                .put("f", f)
                .put("key", key)
                .put("value", value)
                .put("err", err);
        try {
            out.write(line.toString());
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
