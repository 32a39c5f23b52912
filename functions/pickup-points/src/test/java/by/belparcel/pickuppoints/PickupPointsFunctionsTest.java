package by.belparcel.pickuppoints;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.FunctionSpec;
import org.junit.jupiter.api.Test;

class PickupPointsFunctionsTest {

    @Test
    void listsEveryFunctionOnce() {
        assertThat(new PickupPointsFunctions().functions().stream().map(FunctionSpec::name))
                .doesNotHaveDuplicates()
                .contains("acceptParcel", "processParcels", "returnParcelToCourier", "extendStorage", "moveParcel");
    }
}
