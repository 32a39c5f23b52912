package by.belparcel.pickuptickets;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.edge.security.Policies;
import by.belparcel.eventing.handling.FunctionSpec;
import org.junit.jupiter.api.Test;

class PickupTicketsPolicyTest {

    @Test // S-051
    void hasAnEntryForEveryActionAndARouteForEveryEntry() {
        assertThat(Policies.gaps(new PickupTicketsFunctions())).isEmpty();
    }

    @Test
    void givesEveryFunctionANameOfItsOwn() {
        assertThat(new PickupTicketsFunctions().functions())
                .extracting(FunctionSpec::name)
                .doesNotHaveDuplicates();
    }
}
