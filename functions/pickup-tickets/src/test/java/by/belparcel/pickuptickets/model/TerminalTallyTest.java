package by.belparcel.pickuptickets.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.outcome.Rejection;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TerminalTallyTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final TerminalPolicy POLICY = TerminalPolicy.DEFAULT;

    @Test // 3.2, 3.4
    void throttlesAtTwentyWrongCodesUntilTheFirstIsTenMinutesOld() {
        assertThat(new TerminalTally(19, NOW, 0, null).refusal(POLICY, false, NOW))
                .isEmpty();

        Rejection refusal = new TerminalTally(20, NOW.minusSeconds(590), 0, null)
                .refusal(POLICY, false, NOW)
                .orElseThrow();

        assertThat(refusal.code()).isEqualTo("TERMINAL_THROTTLED");
        assertThat(refusal.kind()).isEqualTo(Rejection.Kind.RATE_LIMITED);
        assertThat(refusal.members()).containsEntry("retry_after", 10L);
    }

    @Test // 3.2: three tries a minute without an order
    void limitsSearchesOnly() {
        TerminalTally tally = new TerminalTally(0, null, 3, NOW.minusSeconds(59));

        assertThat(tally.refusal(POLICY, false, NOW)).isEmpty();
        assertThat(tally.refusal(POLICY, true, NOW).orElseThrow())
                .returns("RATE_LIMITED", Rejection::code)
                .satisfies(r -> assertThat(r.members()).containsEntry("retry_after", 1L));
        assertThat(new TerminalTally(0, null, 2, NOW).refusal(POLICY, true, NOW))
                .isEmpty();
    }
}
