package by.belparcel.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallbackSignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final ProviderCallback CALLBACK = new ProviderCallback(
            "fake",
            ProviderCallback.Operation.CAPTURE,
            ProviderCallback.Result.DONE,
            "charge",
            "ref",
            null,
            Money.byn(900),
            null,
            null);

    private final CallbackSignature signature = new CallbackSignature(Optional.of("key"), Duration.ofMinutes(5));

    @Test
    void holdsForFiveMinutes() {
        Optional<String> header = Optional.of(signature.sign(CALLBACK, NOW));

        assertThat(signature.holds(header, CALLBACK, NOW)).isTrue();
        assertThat(signature.holds(header, CALLBACK, NOW.plusSeconds(300))).isTrue();
        assertThat(signature.holds(header, CALLBACK, NOW.plusSeconds(301))).isFalse();
        assertThat(signature.holds(header, CALLBACK, NOW.minusSeconds(301))).isFalse();
    }

    @Test
    void believesNothingWithoutAKey() {
        CallbackSignature none = new CallbackSignature(Optional.empty(), Duration.ofMinutes(5));

        assertThat(none.holds(Optional.of(signature.sign(CALLBACK, NOW)), CALLBACK, NOW))
                .isFalse();
        assertThat(signature.holds(Optional.empty(), CALLBACK, NOW)).isFalse();
    }

    @Test
    void isAnotherForEveryKey() {
        CallbackSignature other = new CallbackSignature(Optional.of("other"), Duration.ofMinutes(5));

        assertThat(signature.holds(Optional.of(other.sign(CALLBACK, NOW)), CALLBACK, NOW))
                .isFalse();
    }
}
