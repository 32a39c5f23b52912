package by.belparcel.pvzcli;

import java.util.List;

/** The command line of a pick-up point worker, a gRPC client of the pick-up point (domain pickup-points.md 3.2). */
public final class BelparcelPvz {

    private BelparcelPvz() {}

    public static void main(String[] args) {
        int code = run(List.of(args));
        // Everything is flushed and closed; the orderly end would first load what it could log with.
        Runtime.getRuntime().halt(code);
    }

    /** Runs one command line. @return the exit code */
    public static int run(List<String> line) {
        try (Program program = new Program(Terminal.ofProcess())) {
            return program.run(line).code();
        }
    }
}
