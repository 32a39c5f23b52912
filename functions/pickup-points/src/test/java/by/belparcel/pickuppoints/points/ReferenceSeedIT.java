package by.belparcel.pickuppoints.points;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.pickuppoints.CounterScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The counter works right after the migrations: the points are the same as in the reference data. */
class ReferenceSeedIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("references", "pickup_points");

    @Test
    void startsWithTheSamePointsAsReferences() {
        String common = "lat, lng, status, capacity_parcels, max_parcel_g, is_hub, hub_id, services, ";
        String ours = "select id, code, name, address, " + common
                + "reference_version from pickup_points.point where reference_version > 0";
        String theirs = "select id, code, name_ru, address_ru, " + common + "version from \"references\".pvz";
        String difference = "(" + ours + " except " + theirs + ") union all (" + theirs + " except " + ours + ")";

        assertThat(POSTGRES.database().rows(difference)).isEmpty();
        assertThat(POSTGRES.database().number("select count(*) from pickup_points.point"))
                .isGreaterThan(60);
    }

    @Test
    void showsWhenTheyAreOpen() {
        var point = CounterScene.at(POSTGRES.database())
                .harness()
                .query("getPoint")
                .as(Principals.operator())
                .path("id", "0190a001-0000-7000-8000-000000000049")
                .send();

        assertThat(point.json().at("/hours")).hasSize(7);
        assertThat(point.text("hours/5/day")).isEqualTo("SAT");
        assertThat(point.text("hours/5/open/0/to")).isEqualTo("18:00");
    }
}
