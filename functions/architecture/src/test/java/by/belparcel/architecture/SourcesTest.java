package by.belparcel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final Path ROOT = Path.of(System.getProperty("belparcel.root", "../.."));
    private static final int MOST_LINES = 400;
    private static final Set<String> NO_SOURCES = Set.of(".belparcel", "target", "node_modules", ".git");

    @Test
    void noClassIsOver400Lines() throws IOException {
        List<String> tooLong = sources().stream()
                .filter(f -> lines(f).size() > MOST_LINES)
                .map(Path::toString)
                .toList();

        assertThat(tooLong).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
        List<Path> main = sources().stream()
                .filter(f -> f.toString().contains("/src/main/"))
                .toList();
        TreeSet<Path> missing = main.stream().map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
        missing.removeIf(folder -> Files.exists(folder.resolve("package-info.java"))
                && lines(folder.resolve("package-info.java")).contains("@NullMarked"));

        assertThat(missing).isEmpty();
    }

    @Test // D21: nothing built is tracked, no path of one machine
    void nothingInTheTreeBelongsToOneMachine() throws IOException {
        List<String> suspicious = sources().stream()
                .filter(f -> !f.endsWith("SourcesTest.java"))
                .flatMap(f ->
                        lines(f).stream().filter(SourcesTest::namesAMachine).map(line -> f + ": " + line))
                .toList();

        assertThat(suspicious).isEmpty();
    }

    @Test
    void testsWaitForConditionsAndNotForTime() throws IOException {
        List<String> sleeping = sources().stream()
                .filter(f -> f.toString().contains("/src/test/"))
                .filter(f -> !f.endsWith("SourcesTest.java"))
                .flatMap(f -> lines(f).stream()
                        .filter(line -> line.contains("Thread.sleep("))
                        .map(line -> f + ": " + line.strip()))
                .toList();

        assertThat(sleeping).isEmpty();
    }

    private static boolean namesAMachine(String line) {
        return line.contains("\"/work/") || line.contains("\"/root/") || line.contains("/usr/lib/jvm/temurin");
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                // Others write there meanwhile: what is listed may be gone when it is looked at.
                return NO_SOURCES.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
