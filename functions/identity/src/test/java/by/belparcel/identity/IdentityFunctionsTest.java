package by.belparcel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.edge.security.Policies;
import by.belparcel.eventing.handling.FunctionSpec;
import org.junit.jupiter.api.Test;

class IdentityFunctionsTest {

    @Test // S-051
    void hasAPolicyForEachRouteAndARouteForEachPolicy() {
        assertThat(Policies.gaps(new IdentityFunctions())).isEmpty();
    }

    @Test
    void namesEachFunctionOnce() {
        assertThat(new IdentityFunctions().functions())
                .extracting(FunctionSpec::name)
                .doesNotHaveDuplicates();
    }
}
