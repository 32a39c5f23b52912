package by.belparcel.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Temporary folders of this JVM's servers that are still there. */
final class Leftovers {

    private Leftovers() {}

    static List<Path> of(String kind) {
        try (Stream<Path> folders = Files.list(Checkout.state().resolve("tmp"))) {
            return folders.filter(each -> each.getFileName().toString().startsWith(kind))
                    .filter(each -> ProcessMark.read(each.resolve("processes")).stream()
                            .anyMatch(mark ->
                                    mark.pid() == ProcessHandle.current().pid()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
