package by.belparcel.payments;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.edge.security.Policies;
import by.belparcel.eventing.handling.FunctionSpec;
import org.junit.jupiter.api.Test;

class PaymentsPolicyTest {

    @Test // S-051
    void hasAnEntryForEveryActionAndARouteForEveryEntry() {
        assertThat(Policies.gaps(new PaymentsFunctions())).isEmpty();
    }

    @Test
    void givesEveryFunctionANameOfItsOwn() {
        assertThat(new PaymentsFunctions().functions())
                .extracting(FunctionSpec::name)
                .doesNotHaveDuplicates();
    }
}
