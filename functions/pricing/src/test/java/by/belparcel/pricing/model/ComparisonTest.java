package by.belparcel.pricing.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void keepsTheLargestChangesAndCountsAll() {
        Comparison comparison = new Comparison();
        for (int i = 0; i < 50; i++) {
            comparison.add(new Comparison.Change("o" + i, 1_000, 1_000 + (i % 2 == 0 ? i : -i)));
        }
        comparison.addUnpriced();
        Comparison.Result result = comparison.result();
        assertThat(result.orders()).isEqualTo(51);
        assertThat(result.unpriced()).isEqualTo(1);
        assertThat(result.topChanges()).hasSize(10);
        assertThat(result.topChanges().getFirst().orderId()).isEqualTo("o49");
        assertThat(result.histogram().stream()
                        .mapToLong(Comparison.Bucket::orders)
                        .sum())
                .isEqualTo(50);
        assertThat(result.delta()).isEqualTo(result.after() - result.before());
    }

    @Test
    void putsEachChangeIntoItsBucket() {
        Comparison comparison = new Comparison();
        for (long delta : new long[] {-5_000, -1_000, -1, 0, 1, 100, 101, 9_999}) {
            comparison.add(new Comparison.Change("o" + delta, 10_000, 10_000 + delta));
        }
        assertThat(comparison.result().histogram())
                .extracting(Comparison.Bucket::orders)
                .containsExactly(1L, 1L, 0L, 1L, 1L, 2L, 1L, 0L, 1L);
    }
}
