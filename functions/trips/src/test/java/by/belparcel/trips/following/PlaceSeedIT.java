package by.belparcel.trips.following;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Trips are planned right after the migrations: the projection starts with the same places as the reference data itself. */
class PlaceSeedIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("references", "trips");

    private static void same(String ours, String theirs) {
        String difference = "(" + ours + " except " + theirs + ") union all (" + theirs + " except " + ours + ")";
        assertThat(POSTGRES.database().rows(difference)).isEmpty();
    }

    @Test
    void startsWithTheSamePickUpPointsAsReferences() {
        same(
                "select id, code, lat, lng, status, hours from trips.place where kind = 'PVZ'",
                "select id, code, lat, lng, status, hours from \"references\".pvz");
    }

    @Test
    void startsWithTheSameWarehousesAsReferences() {
        same(
                "select id, code, lat, lng, status = 'OPEN', cutoffs::time[] from trips.place where kind = 'WAREHOUSE'",
                "select id, code, lat, lng, is_active, cutoffs from \"references\".warehouses");
    }
}
