package by.belparcel.console.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.console.bench.OwnSystem;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChaosSmokeIT {

    private static final long SEED = 20_261_120;

    private static final int KINDS = FaultKind.values().length;

    @TempDir
    Path folder;

    @BeforeAll
    static void requirePackagedApp() {
        PackagedApp.require();
    }

    // A10, R-81, R-83, R-84 with carriers on the road and clients of
    // the live map
    @Test
    @Timeout(value = 330, unit = TimeUnit.SECONDS)
    void losesNothingAndDoublesNothingUnderEveryKindOfFault() throws Exception {
        try (OwnSystem own = OwnSystem.start()) {
            OddTariff.introduce(Db.at(own.running().dbDsn()));
            ChaosReport report =
                    new ChaosRun(own.running(), Plan.of(60, KINDS, SEED), true, System.err::println).run(folder);

            assertThat(report.violations()).isEmpty();
            assertThat(report.green()).isTrue();
            assertThat(report.faults()).isEqualTo(KINDS);
            assertThat(report.ok()).isGreaterThan(50);
            assertThat(report.unknown()).isZero();
        }
    }

    @Test
    void reportsExactlyTheFieldsOfTheContract() {
        ChaosReport report = ChaosReport.of(
                7,
                java.util.List.of(),
                java.util.List.of(0.4, 2.0, 1.0),
                java.util.List.of(new Violation(Violation.Kind.LOST, "I1", "a row")),
                0);

        JsonNode json = JsonMapper.builder().build().readTree(ChaosCommand.json(report));

        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder(
                        "seed",
                        "commands",
                        "ok",
                        "rejected",
                        "unknown",
                        "faults",
                        "lost",
                        "doubled",
                        "disordered",
                        "ledger_sum",
                        "recovery_p50_s",
                        "recovery_max_s");
        assertThat(json.path("lost").asInt()).isEqualTo(1);
        assertThat(json.path("recovery_p50_s").asDouble()).isEqualTo(1.0);
        assertThat(json.path("recovery_max_s").asDouble()).isEqualTo(2.0);
        assertThat(report.green()).isFalse();
    }
}
