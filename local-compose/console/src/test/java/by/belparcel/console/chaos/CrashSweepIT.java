package by.belparcel.console.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CrashSweepIT {

    @BeforeAll
    static void requirePackagedApp() {
        PackagedApp.require();
    }

    //
    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void everyCrashPointLeavesExactlyOneEffect() throws Exception {
        List<String> lines = new ArrayList<>();

        boolean clean = CrashSweep.run(lines::add);

        assertThat(lines).noneMatch(line -> line.startsWith("PROBLEM"));
        assertThat(clean).isTrue();
        assertThat(lines.getLast()).isEqualTo("crash points: 41 kills, 0 problems");
    }
}
