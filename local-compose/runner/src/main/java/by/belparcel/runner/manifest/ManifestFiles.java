package by.belparcel.runner.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Names and lists of manifest files. */
final class ManifestFiles {

    private ManifestFiles() {}

    /** The YAML files of a folder, sorted, its sub-folders left out (as kubectl does). */
    static List<Path> yamlIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as a reader of the message would type it: from the working folder, else from the loaded one. */
    static String relative(Path root, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path working = Path.of("").toAbsolutePath().normalize();
        if (absolute.startsWith(working)) {
            return working.relativize(absolute).toString();
        }
        Path loaded = Files.isDirectory(root)
                ? root.toAbsolutePath().normalize()
                : root.toAbsolutePath().getParent();
        return loaded == null
                ? absolute.toString()
                : loaded.relativize(absolute).toString();
    }
}
