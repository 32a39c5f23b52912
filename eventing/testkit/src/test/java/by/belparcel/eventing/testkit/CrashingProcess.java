package by.belparcel.eventing.testkit;

import by.belparcel.eventing.store.Dsn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One command or event in a process of its own, which halts at a crash point. Arguments: address, kind, key. */
final class CrashingProcess {

    private CrashingProcess() {}

    public static void main(String[] args) {
        FunctionHarness harness = TestDatabase.harnessAt(Dsn.parse(args[0]), new ParcelsFunctions());
        if (args[1].equals("command")) {
            command(harness, args[2]).send();
        } else {
            EventRunner.of(harness, "addWeightOnParcelWeighed")
                    .deliver(
                            TestEvents.withId(TestEvents.envelope(new ParcelEvent.Weighed("p1", 1, null), 1), args[2]));
        }
        System.exit(0);
    }

    static CommandCall command(FunctionHarness harness, String key) {
        return harness.command("registerParcel")
                .as(Principals.shop("s1"))
                .key(key)
                .body("{\"shop_id\":\"s1\",\"weight\":500}");
    }

    /** @return exit code: 137 when the point was reached */
    static int run(TestDatabase database, String kind, String key, String point)
            throws IOException, InterruptedException {
        Dsn dsn = database.dsn();
        String address = "postgres://" + dsn.user() + ":" + dsn.password() + "@" + dsn.host() + ":" + dsn.port() + "/"
                + dsn.database();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dbelchaos.halt=" + point + ":1",
                        "-cp",
                        classPath,
                        CrashingProcess.class.getName(),
                        address,
                        kind,
                        key))
                .inheritIO()
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the process neither ended nor crashed");
        }
        return process.exitValue();
    }
}
