package by.belparcel.pickuptickets.model;

import static by.belparcel.pickuptickets.model.TicketFixture.CODES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PickupCodesTest {

    @Test // 3.2
    void knowsWhichCodesAnybodyWouldGuess() {
        for (String code : List.of("000000", "999999", "123456", "012345", "987654", "12345678", "77777777")) {
            assertThat(PickupCode.guessable(code)).as(code).isTrue();
        }
        for (String code : List.of("123457", "112345", "135790", "900000", "271828")) {
            assertThat(PickupCode.guessable(code)).as(code).isFalse();
        }
    }

    @Test
    void makesSixOrEightDigitsThatSpreadOverTheWholeRange() {
        Set<String> seen = new HashSet<>();
        for (int counter = 1; counter <= 5_000; counter++) {
            String code = CODES.code("t1", counter, PickupCode.LENGTH).digits();
            assertThat(PickupCode.wellFormed(code, 6)).isTrue();
            seen.add(code);
        }
        assertThat(seen).hasSizeGreaterThan(4_950);
        assertThat(seen).anyMatch(c -> c.startsWith("0")).anyMatch(c -> c.startsWith("9"));
        assertThat(CODES.code("t1", 1, PickupCode.LOCKER_LENGTH).digits()).hasSize(8);
    }

    @Test
    void dependsOnTicketCounterAndKey() {
        String code = CODES.code("t1", 1, 6).digits();
        PickupCodes other = new PickupCodes(new Secrets("another key of enough characters"));

        assertThat(CODES.code("t1", 1, 6).digits()).isEqualTo(code);
        assertThat(List.of(
                        CODES.code("t2", 1, 6).digits(),
                        CODES.code("t1", 2, 6).digits(),
                        other.code("t1", 1, 6).digits()))
                .doesNotContain(code);
    }

    @Test
    void storesAKeyedHashThatDiffersBetweenPickUpPoints() {
        assertThat(CODES.hash("p1", "271828")).hasSize(64).isNotEqualTo(CODES.hash("p2", "271828"));
        assertThat(CODES.matches("p1", "271828", CODES.hash("p1", "271828"))).isTrue();
        assertThat(CODES.matches("p1", "271829", CODES.hash("p1", "271828"))).isFalse();
    }

    @Test // 3.2: unique among active tickets of one pick-up point
    void skipsCodesThatSomebodyElseHolds() {
        CodeSlot none = CodeSlot.NONE;
        List<String> candidates = FreeCodes.candidates(CODES, "t1", "p1", none);
        assertThat(candidates).hasSize(FreeCodes.CANDIDATES).doesNotHaveDuplicates();

        CodeSlot second = new FreeCodes(CODES, Set.of(candidates.getFirst())).next("t1", "p1", none);

        assertThat(second.hash()).isEqualTo(candidates.get(1));
        assertThatThrownBy(() -> new FreeCodes(CODES, Set.copyOf(candidates)).next("t1", "p1", none))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAWeakKey() {
        assertThatThrownBy(() -> new Secrets("short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("short");
    }
}
