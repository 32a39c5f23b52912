package by.belparcel.auditlog;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.edge.security.Policies;
import by.belparcel.eventing.handling.FunctionSpec;
import org.junit.jupiter.api.Test;

class AuditLogPolicyTest {

    @Test // S-051
    void hasAnEntryForEveryActionAndARouteForEveryEntry() {
        assertThat(Policies.gaps(new AuditLogFunctions())).isEmpty();
    }

    @Test
    void givesEveryFunctionANameOfItsOwn() {
        assertThat(new AuditLogFunctions().functions())
                .extracting(FunctionSpec::name)
                .doesNotHaveDuplicates();
    }
}
