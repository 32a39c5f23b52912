package by.belparcel.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.FunctionSpec;
import org.junit.jupiter.api.Test;

class AlertsFunctionsTest {

    @Test
    void listsEveryFunctionOnce() {
        assertThat(new AlertsFunctions().functions().stream().map(FunctionSpec::name))
                .doesNotHaveDuplicates()
                .contains("listAlerts", "getAlert", "acknowledgeAlert", "snoozeAlert", "resolveAlert", "recheckAlert");
    }

    @Test
    void hasOneFunctionPerTypeAndTimer() {
        assertThat(new AlertsFunctions()
                        .functions().stream()
                                .filter(FunctionSpec.Event.class::isInstance)
                                .map(FunctionSpec.Event.class::cast)
                                .map(event -> event.type().name() + event.attributes()))
                .doesNotHaveDuplicates();
    }
}
