package by.belparcel.runner.serving;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A log file with one predecessor ({@code .1}), both of bounded size. It is open only while something writes to it. */
final class RotatingLog {

    private static final long LIMIT_BYTES = 8L * 1024 * 1024;

    private final Path file;
    private @Nullable OutputStream out;
    private long size;
    private int writers;

    RotatingLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    synchronized void open() throws IOException {
        writers++;
        if (out == null) {
            Files.createDirectories(file.getParent());
            size = Files.exists(file) ? Files.size(file) : 0;
            out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    synchronized void close() {
        writers--;
        if (writers == 0 && out != null) {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                out = null;
            }
        }
    }

    synchronized void line(String prefix, String text) throws IOException {
        if (out == null) {
            return;
        }
        byte[] bytes = (prefix + " " + text + "\n").getBytes(StandardCharsets.UTF_8);
        if (size + bytes.length > LIMIT_BYTES) {
            out.close();
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            size = 0;
        }
        out.write(bytes);
        size += bytes.length;
    }
}
