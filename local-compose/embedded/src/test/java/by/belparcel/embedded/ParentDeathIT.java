package by.belparcel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class ParentDeathIT {

    @Test
    @EnabledOnOs(OS.LINUX)
    void endsTheServersWhenTheParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dbelparcel.root=" + Checkout.root(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ProcessHandle> servers;
        try (BufferedReader out = parent.inputReader(StandardCharsets.UTF_8)) {
            servers = List.of(server(out.readLine()), server(out.readLine()));
            assertThat(servers).allMatch(ProcessHandle::isAlive);
        } finally {
            parent.destroyForcibly();
        }
        for (ProcessHandle server : servers) {
            assertThat(server.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        }
        // The next start of anything clears the folders away.
        EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary()).close();
        assertThat(Checkout.state().resolve("tmp"))
                .isDirectoryNotContaining(folder -> ProcessMark.read(folder.resolve("processes")).stream()
                        .anyMatch(mark -> mark.pid() == parent.pid()));
    }

    private static ProcessHandle server(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** Starts two servers, says their pids and waits to be killed. */
    static final class Starter {

        private Starter() {}

        public static void main(String[] args) throws InterruptedException {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary());
            EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Options.temporary());
            System.out.println(postgres.pid());
            System.out.println(kafka.pid());
            Thread.currentThread().join();
        }
    }
}
