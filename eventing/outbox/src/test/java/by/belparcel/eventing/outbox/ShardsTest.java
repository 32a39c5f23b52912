package by.belparcel.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ShardsTest {

    @Test
    void neverChangesTheShardOfAnAggregate() {
        assertThat(Shards.of("01890000-0000-7000-8000-000000000001")).isEqualTo(2);
        assertThat(Shards.of("01890000-0000-7000-8000-000000000002")).isEqualTo(8);
        assertThat(Shards.of("")).isZero();
        assertThat(Shards.of("123456789")).isEqualTo(0xCBF43926 & 15);
    }

    @Test
    void spreadsAggregatesEvenly() {
        int[] counts = new int[Shards.COUNT];
        IntStream.range(0, 16_000).forEach(i -> counts[Shards.of("order-" + i)]++);
        assertThat(IntStream.of(counts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(800, 1_200));
    }
}
