package by.belparcel.identity.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BcryptPasswordsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BcryptPasswords passwords = new BcryptPasswords(4);

    @Test
    void knowsItsOwnHashes() {
        String hash = hash("correct horse battery");
        assertThat(matches("correct horse battery", hash)).isTrue();
        assertThat(matches("correct horse batterY", hash)).isFalse();
        assertThat(hash("correct horse battery")).isNotEqualTo(hash);
    }

    @Test
    void looksAtEveryByteOfALongPassword() {
        String long1 = "x".repeat(150) + "a";
        assertThat(matches("x".repeat(150) + "b", hash(long1))).isFalse();
        assertThat(matches(long1, hash(long1))).isTrue();
    }

    @Test // S-041
    void worksAsLongForNobodyAsForSomebody() {
        BcryptPasswords slow = new BcryptPasswords(10);
        String hash = Objects.requireNonNull(slow.hash("correct horse battery").block(PATIENCE));
        long somebody = best(slow, hash);
        long nobody = best(slow, null);
        assertThat((double) nobody / somebody).isBetween(0.5, 2.0);
    }

    private static long best(BcryptPasswords passwords, @org.jspecify.annotations.Nullable String hash) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            assertThat(passwords.matches("wrong password!", hash).block(PATIENCE))
                    .isFalse();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    private String hash(String password) {
        return Objects.requireNonNull(passwords.hash(password).block(PATIENCE));
    }

    private boolean matches(String password, String hash) {
        return Objects.requireNonNull(passwords.matches(password, hash).block(PATIENCE));
    }
}
