package by.belparcel.tracking.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CarrierSeedIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("carriers", "tracking");

    @Test // a carrier of the seed may report on a fresh system, before anybody has told tracking of it
    void everySeededCarrierIsKnownAsItsOwnContextKnowsIt() {
        assertThat(POSTGRES.database().number("select count(*) from carriers.carriers"))
                .isEqualTo(40);
        assertThat(POSTGRES.database().number("""
                        select count(*) from carriers.carriers c left join tracking.carrier t on t.carrier_id = c.id::text
                        where t.active is distinct from c.is_active or t.kind is distinct from c.vehicle_type
                           or t.time_scale is distinct from c.time_scale""")).isZero();
    }
}
