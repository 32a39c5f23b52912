package by.belparcel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.kernel.VerificationTokens.Verification;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class VerificationTokensTest {

    private static final Instant END = Instant.parse("2026-11-20T12:00:00Z");
    private static final Verification FACT = new Verification(
            "0190b000-0000-7000-8000-000000000001",
            "0190b000-0000-7000-8000-000000000002",
            "0190a001-0000-7000-8000-000000000001",
            END);

    private final VerificationTokens tokens = new VerificationTokens(key(1));

    @Test
    void readsWhatItSigned() {
        assertThat(tokens.read(tokens.sign(FACT))).contains(FACT);
    }

    @Test
    void refusesAnotherKeyAndEveryChangedCharacter() {
        String token = tokens.sign(FACT);
        assertThat(new VerificationTokens(key(2)).read(token)).isEmpty();
        // Of the last character only the upper four bits are read: its neighbour may mean the same, so the text must
        // fit.
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == '1' ? '2' : '1';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.read(changed)).as(changed).isEmpty();
        }
        assertThat(tokens.read(token + "A")).isEmpty();
        assertThat(tokens.read("")).isEmpty();
        assertThat(tokens.read("v1....." + "A".repeat(43))).isEmpty();
    }

    @Test
    void isGoodUntilTheLastMomentInclusive() {
        assertThat(FACT.expired(END)).isFalse();
        assertThat(FACT.expired(END.plusMillis(1))).isTrue();
    }

    @Test
    void neverShortensTheTimeThatWasGiven() {
        Instant broken = END.minusMillis(1);
        Verification given = new Verification(FACT.id(), FACT.orderId(), FACT.pvzId(), broken);
        assertThat(given.expiresAt()).isEqualTo(END);
        assertThat(tokens.read(tokens.sign(given))).contains(given);
    }

    @Test
    void coversOneOrderAtOnePoint() {
        assertThat(FACT.covers(FACT.orderId(), FACT.pvzId())).isTrue();
        assertThat(FACT.covers(FACT.id(), FACT.pvzId())).isFalse();
        assertThat(FACT.covers(FACT.orderId(), FACT.id())).isFalse();
    }

    @Test
    void needsAKeyOfThirtyTwoBytes() {
        String small = Base64.getUrlEncoder().encodeToString(new byte[31]);
        assertThatThrownBy(() -> new VerificationTokens(small)).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> new VerificationTokens("no key!")).hasMessageContaining("base64url");
    }

    private static String key(int fill) {
        byte[] key = new byte[32];
        key[0] = (byte) fill;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
