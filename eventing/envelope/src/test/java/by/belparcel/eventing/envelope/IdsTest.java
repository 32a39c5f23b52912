package by.belparcel.eventing.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void increasesWithinOneMillisecondAndWhenTheClockGoesBack() {
        long[] clock = {1_000, 1_000, 999, 1_001};
        int[] call = {0};
        Ids ids = new Ids(() -> clock[Math.min(call[0]++, 3)]);

        List<String> made = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next());
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(UUID.fromString(made.getFirst()).version()).isEqualTo(7);
        assertThat(UUID.fromString(made.getFirst()).variant()).isEqualTo(2);
    }
}
