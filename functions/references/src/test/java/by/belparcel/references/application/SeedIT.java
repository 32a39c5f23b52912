package by.belparcel.references.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The places that the system starts with. */
class SeedIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("references");

    @Test
    void hasAtLeastSixtyOpenPickUpPointsBesideHubs() {
        assertThat(POSTGRES.database()
                        .number("select count(*) from \"references\".pvz where status = 'OPEN' and not is_hub"))
                .isGreaterThanOrEqualTo(60);
    }

    @Test // within the same town: less than eight kilometres
    void hasAWarehouseAndAnOpenHubInMinskAndEveryOblastCentre() {
        assertThat(POSTGRES.database().texts("""
                        select w.code from "references".warehouses w
                        where w.is_active and exists (
                            select from "references".pvz p
                            where p.is_hub and p.status = 'OPEN'
                              and power(111.2 * (p.lat - w.lat), 2)
                                + power(111.2 * cos(radians(w.lat)) * (p.lng - w.lng), 2) < power(8, 2))
                        order by 1
                        """))
                .containsExactly("WH-BQT", "WH-GME", "WH-GNA", "WH-MSQ", "WH-MVQ", "WH-VTB");
    }

    @Test
    void givesEveryPointTheNearestHubAndNoHubOne() {
        assertThat(POSTGRES.database().number("""
                        select count(*) from "references".pvz p
                        where p.is_hub <> (p.hub_id is null)
                           or not p.is_hub and not exists (select from "references".pvz h where h.id = p.hub_id and h.is_hub)
                        """)).isZero();
        assertThat(POSTGRES.database().rows("""
                        select p.code, h.code from "references".pvz p join "references".pvz h on h.id = p.hub_id
                        where p.code in ('BQT-001', 'VTB-001', 'GNA-001', 'GME-001', 'MVQ-001', 'MSQ-001')
                        order by 1
                        """))
                .containsExactly(
                        List.of("BQT-001", "BQT-002"),
                        List.of("GME-001", "GME-002"),
                        List.of("GNA-001", "GNA-002"),
                        List.of("MSQ-001", "MSQ-006"),
                        List.of("MVQ-001", "MVQ-002"),
                        List.of("VTB-001", "VTB-002"));
    }

    @Test // two points of one town stand apart; every point is in the country
    void hasEveryPointAtAPlaceOfItsOwn() {
        assertThat(POSTGRES.database()
                        .number("select count(*) - count(distinct (round(lat::numeric, 4), round(lng::numeric, 4)))"
                                + " from \"references\".pvz"))
                .isZero();
        assertThat(POSTGRES.database()
                        .number("select count(*) from \"references\".pvz"
                                + " where lat not between 51.2 and 56.2 or lng not between 23.1 and 32.8"))
                .isZero();
    }

    @Test
    void tellsHoursServicesAndCutOffsOfEveryPlace() {
        assertThat(
                        POSTGRES.database()
                                .number(
                                        "select count(*) from \"references\".pvz where hours = '' or cardinality(services) < 3"))
                .isZero();
        assertThat(POSTGRES.database()
                        .number("select count(*) from \"references\".warehouses"
                                + " where cardinality(cutoffs) = 0 or timezone <> 'Europe/Minsk'"))
                .isZero();
    }
}
