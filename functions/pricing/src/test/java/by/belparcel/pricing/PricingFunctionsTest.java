package by.belparcel.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.edge.security.Policies;
import by.belparcel.eventing.handling.FunctionSpec;
import org.junit.jupiter.api.Test;

class PricingFunctionsTest {

    @Test // S-051
    void hasAPolicyForEachRouteAndARouteForEachPolicy() {
        assertThat(Policies.gaps(new PricingFunctions())).isEmpty();
    }

    @Test
    void namesEachFunctionOnce() {
        assertThat(new PricingFunctions().functions())
                .extracting(FunctionSpec::name)
                .doesNotHaveDuplicates();
    }
}
