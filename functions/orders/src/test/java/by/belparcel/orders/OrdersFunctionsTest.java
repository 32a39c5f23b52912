package by.belparcel.orders;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.FunctionSpec;
import org.junit.jupiter.api.Test;

class OrdersFunctionsTest {

    @Test
    void listsEveryFunctionOnce() {
        assertThat(new OrdersFunctions().functions().stream().map(FunctionSpec::name))
                .doesNotHaveDuplicates()
                .contains("placeOrder", "getOrder", "listOrders", "cancelOrder", "authorizeOrderOnPaymentAuthorized");
    }

    @Test
    void allowsTheLargeBodyToOrdersAndImportsOnly() {
        assertThat(new OrdersFunctions()
                        .functions().stream()
                                .filter(FunctionSpec.Command.class::isInstance)
                                .map(FunctionSpec.Command.class::cast)
                                .filter(command -> command.route().bodyLimit() == 256 * 1024)
                                .map(FunctionSpec.Command::name))
                .containsExactlyInAnyOrder("placeOrder", "importOrders");
    }
}
