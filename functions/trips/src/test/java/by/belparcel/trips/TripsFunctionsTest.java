package by.belparcel.trips;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.FunctionSpec;
import org.junit.jupiter.api.Test;

class TripsFunctionsTest {

    @Test
    void listsEveryFunctionOnce() {
        assertThat(new TripsFunctions().functions().stream().map(FunctionSpec::name))
                .doesNotHaveDuplicates()
                .contains("planBatchOnBatchClosed", "pickUpBatches", "listTrips", "offerTripOnTripPlanned");
    }
}
