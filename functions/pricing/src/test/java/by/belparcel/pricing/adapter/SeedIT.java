package by.belparcel.pricing.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.pricing.rules.Checksum;
import by.belparcel.pricing.rules.DefaultRuleSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SeedIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pricing");

    @Test
    void holdsTheBuiltInRuleSetAsTheActiveOne() {
        assertThat(POSTGRES.database()
                        .rows("select version, content, checksum from pricing.rulesets where state = 'ACTIVE'"))
                .containsExactly(java.util.List.of(
                        DefaultRuleSet.get().version(),
                        Checksum.canonical(DefaultRuleSet.content()),
                        Checksum.ofJson(DefaultRuleSet.content())));
    }

    @Test
    void knowsPlacesOfBothKinds() {
        assertThat(POSTGRES.database().number("select count(*) from pricing.places where kind = 'PVZ'"))
                .isGreaterThan(30);
        assertThat(POSTGRES.database().number("select count(*) from pricing.places where kind = 'WAREHOUSE'"))
                .isPositive();
    }
}
