package by.belparcel.trips.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.BatchState;
import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.ServiceClass;
import java.util.List;
import org.junit.jupiter.api.Test;

class TripBatchTest {

    @Test
    void sharesItsWeightAmongItsOrdersWithoutLosingAGram() {
        TripBatch batch = new TripBatch(
                "b",
                "B-1",
                "o",
                DestinationType.PVZ,
                "d",
                ServiceClass.NORMAL,
                BatchState.PLANNED,
                List.of("1", "2", "3"),
                10_000,
                7);

        assertThat(batch.orders().stream().mapToLong(TripOrder::weightG).sum()).isEqualTo(10_000);
        assertThat(batch.orders().stream().mapToLong(TripOrder::volumeCm3).sum())
                .isEqualTo(7);
        assertThat(batch.orders()).allMatch(order -> order.weightG() >= 3_333);
    }
}
