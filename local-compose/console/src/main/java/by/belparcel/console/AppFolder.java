package by.belparcel.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The packaged application and its migrations, as the build leaves them. */
public final class AppFolder {

    private AppFolder() {}

    public static Path path() {
        return RunningSystem.root().resolve("functions/app/target/app");
    }

    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Brings a database to the newest schema. */
    public static void migrate(String dsn) throws IOException, InterruptedException {
        ProcessBuilder migrate = new ProcessBuilder(List.of(java().toString(), "@java.args"))
                .directory(RunningSystem.root()
                        .resolve("functions/migrations/target/migrations")
                        .toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        migrate.environment().put("DB_DSN", dsn);
        int code = migrate.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("the migrations ended with exit code " + code);
        }
    }
}
