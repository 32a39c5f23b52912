package by.belparcel.pvzcli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts, in a checkout of their own: under every name they start the program and hand on its exit code. */
final class LauncherTest {

    private static final Path ROOT = Path.of(System.getProperty("belparcel.root", "../.."));
    private static final Pattern NEEDED = Pattern.compile(
            ".*(picocli|/grpc-|guava|failureaccess|protobuf-java|proto-google|okio|kotlin|perfmark|gson|pvz-contract).*");

    @TempDir
    private Path checkout = Path.of("");

    @BeforeEach
    void copyScripts() throws IOException {
        for (String file : List.of(
                "belparcel-pvz", "local-compose/jdk.sh", "local-compose/pvz-cli.sh", "knative/plugin/kn-belparcel")) {
            Path copy = checkout.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(ROOT.resolve(file), copy);
            assertThat(copy.toFile().setExecutable(true)).isTrue();
        }
    }

    @Test
    void saysWhatToDoBeforeTheProgramIsBuilt() throws Exception {
        assertThat(run("belparcel-pvz", "--version"))
                .satisfies(ended -> assertThat(ended.code()).isEqualTo(1))
                .satisfies(ended -> assertThat(ended.err()).startsWith("ERROR: NOT_BUILT: run ./belparcel build"));
    }

    @Test
    void startsUnderEveryNameAndHandsOnTheExitCode() throws Exception {
        pack();
        Files.createSymbolicLink(checkout.resolve("order-manager-cli"), Path.of("belparcel-pvz"));
        Files.createSymbolicLink(checkout.resolve("kn-belparcel"), Path.of("knative/plugin/kn-belparcel"));

        for (String name : List.of("belparcel-pvz", "order-manager-cli", "kn-belparcel")) {
            Line.Ended refused = run(name, "return-courier", "--order-id=1", "--reason=not a flag of it");

            assertThat(refused.code()).as(refused.err()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).isEqualTo("ERROR: USAGE: unknown flag --reason. See --help.\n");
        }
        assertThat(run("belparcel-pvz", "--version").out()).startsWith("belparcel-pvz ");
    }

    @Test
    void saysOneLineWhenTheAddressMeansNothing() throws Exception {
        pack();

        Line.Ended ended = run(
                "belparcel-pvz",
                "list-orders",
                "--user-id=1",
                "--endpoint=nowhere.invalid:80",
                "--token=x",
                "--timeout=9s");

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.err()).startsWith("ERROR: UNAVAILABLE: ").hasLineCount(1);
    }

    private Line.Ended run(String... line) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(line));
        command.set(0, checkout.resolve(line[0]).toString());
        Path out = checkout.resolve("out");
        Path err = checkout.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Line.Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /** The program as the build packs it: one jar of its own and its libraries beside it. */
    private void pack() throws IOException {
        Path cli = Files.createDirectories(checkout.resolve("functions/pvz-cli/target/cli"));
        jar(cli.resolve("belparcel-pvz-cli.jar"), List.of(folderOf(BelparcelPvz.class)));
        int number = 0;
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (NEEDED.matcher(entry).matches() && Files.isRegularFile(path)) {
                Files.copy(path, cli.resolve(++number + ".jar"));
            } else if (NEEDED.matcher(entry).matches() && Files.isDirectory(path)) {
                jar(cli.resolve(++number + ".jar"), List.of(path));
            }
        }
    }

    private static Path folderOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static void jar(Path jar, List<Path> folders) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(bytes)) {
            for (Path folder : folders) {
                List<Path> files;
                try (Stream<Path> all = Files.walk(folder)) {
                    files = all.filter(Files::isRegularFile)
                            .filter(file -> !file.endsWith("package-info.class"))
                            .toList();
                }
                for (Path file : files) {
                    entries.putNextEntry(new JarEntry(folder.relativize(file).toString()));
                    Files.copy(file, entries);
                    entries.closeEntry();
                }
            }
        }
    }
}
