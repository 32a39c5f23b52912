package by.belparcel.pvzcli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds the program.
 *
 * @param interactive a person types: prompts are shown
 * @param root the checkout whose running system is meant when no address is written
 */
record Terminal(
        BufferedReader in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean interactive,
        Path root) {

    /** This process's own streams, in UTF-8 whatever the locale says: names are Belarusian and Russian. */
    static Terminal ofProcess() {
        return new Terminal(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.getenv(),
                Boolean.getBoolean("belparcel.terminal"),
                Path.of(System.getProperty("belparcel.root", ".")));
    }

    /** The next line; the prompt is shown to a person only, and not among the results. */
    Optional<String> ask(String prompt) {
        if (interactive) {
            err.print(prompt);
            err.flush();
        }
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
