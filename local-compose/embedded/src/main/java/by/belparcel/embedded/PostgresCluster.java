package by.belparcel.embedded;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes data directories. {@code initdb} runs once per checkout; every further data directory is a copy of its result, which takes a
 * tenth of the time.
 */
final class PostgresCluster {

    static final String USER = "belparcel";
    static final String DATABASE = "belparcel";
    static final String PASSWORD = "belparcel";

    private PostgresCluster() {}

    /** Makes a data directory with the one role and the one database, unless it is there already. */
    static void create(Path data, String password) {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        try {
            Path template = template();
            Path unfinished = data.resolveSibling(data.getFileName() + ".new");
            if (Files.exists(unfinished)) {
                Folders.delete(unfinished);
            }
            Folders.copy(template, unfinished);
            Unprivileged.mode().own(unfinished);
            if (!password.equals(PASSWORD)) {
                sql(unfinished, "alter role " + USER + " password '" + password.replace("'", "''") + "'");
            }
            Files.move(unfinished, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Path template() throws IOException {
        Path binaries = PostgresBinaries.folder();
        Path template = binaries.resolve("template");
        if (Files.isDirectory(template)) {
            return template;
        }
        try (FileChannel channel = FileChannel.open(binaries.resolve("lock"), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.isDirectory(template)) {
                Path unfinished = binaries.resolve("template.new");
                if (Files.exists(unfinished)) {
                    Folders.delete(unfinished);
                }
                initdb(unfinished);
                Files.move(unfinished, template);
            }
        }
        return template;
    }

    private static void initdb(Path data) throws IOException {
        Files.createDirectories(
                data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Unprivileged.mode().own(data);
        // One iteration: the password guards a loopback port and is checked on every cold start of a function.
        // The shell makes the pipe: /dev/stdin of a pipe that root made cannot be opened again by another user.
        run(
                List.of(
                        "sh",
                        "-c",
                        "cat | \"$0\" \"$@\"",
                        bin("initdb"),
                        "-D",
                        data.toString(),
                        "-U",
                        USER,
                        "-A",
                        "password",
                        "--pwfile=/dev/stdin",
                        "-c",
                        "scram_iterations=1",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-sync"),
                PASSWORD + "\n");
        sql(data, "create database " + DATABASE);
    }

    private static void sql(Path data, String statement) throws IOException {
        run(List.of(bin("postgres"), "--single", "-F", "-D", data.toString(), "template1"), statement + ";\n");
    }

    static String bin(String program) {
        return PostgresBinaries.folder().resolve("bin").resolve(program).toString();
    }

    private static void run(List<String> command, String input) throws IOException {
        Path log = Files.createTempFile(Checkout.state(), "postgres-", ".log");
        try {
            List<String> wrapped = new ArrayList<>(Unprivileged.mode().wrap(command));
            Process process = ChildProcesses.start(
                    new ProcessBuilder(wrapped).redirectErrorStream(true).redirectOutput(log.toFile()));
            try (Writer in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)) {
                in.write(input);
            }
            int code = process.onExit().join().exitValue();
            String said = Files.readString(log);
            // The single-user backend reports a failed statement only in its output.
            if (code != 0 || said.contains("ERROR:") || said.contains("FATAL:")) {
                throw new IOException(command.getFirst() + " failed: " + said);
            }
        } finally {
            Files.deleteIfExists(log);
        }
    }
}
