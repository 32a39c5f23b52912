package by.belparcel.pickuptickets.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    @ParameterizedTest // 3.1, orders-and-payments.md 1.2: multi-parcel orders
    @CsvSource({
        "0, 1, 1, 0, 0, 0, INCOMPLETE",
        "2, 1, 1, 0, 0, 0, INCOMPLETE",
        "2, 2, 2, 0, 0, 0, COLLECTABLE",
        "2, 2, 1, 0, 0, 1, COLLECTABLE",
        "2, 2, 1, 1, 0, 0, COLLECTABLE",
        "2, 2, 0, 1, 0, 1, OVERDUE",
        "2, 2, 0, 0, 1, 1, COLLECTED",
        "2, 2, 0, 0, 2, 0, LEFT_BEHIND",
        "2, 2, 0, 0, 0, 1, COLLECTED",
        "2, 2, 0, 0, 0, 0, RETURNED",
        "1, 1, 0, 0, 0, 0, RETURNED"
    })
    void saysWhatTheOrderIsForItsTicket(
            int total, int known, int stored, int overdue, int refused, int issued, Standing.Verdict verdict) {
        assertThat(new Standing(total, known, stored, overdue, refused, issued, "pvz-1", null).verdict())
                .isEqualTo(verdict);
    }
}
