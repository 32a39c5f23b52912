package by.belparcel.carriers;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.FunctionSpec;
import org.junit.jupiter.api.Test;

class CarriersFunctionsTest {

    @Test
    void listsEveryFunctionOnce() {
        assertThat(new CarriersFunctions().functions().stream().map(FunctionSpec::name))
                .doesNotHaveDuplicates()
                .contains("searchCarriers", "editCarrier", "startShift", "setAvailability", "endShiftOnShiftOver");
    }

    @Test // domain README 4.4: a key is required on every POST
    void needsAKeyForEveryPostAndForNoPut() {
        assertThat(new CarriersFunctions()
                        .functions().stream()
                                .filter(FunctionSpec.Command.class::isInstance)
                                .map(FunctionSpec.Command.class::cast))
                .allSatisfy(command -> assertThat(command.keyLife().isZero())
                        .isEqualTo(command.route().method().equals("PUT")));
    }
}
