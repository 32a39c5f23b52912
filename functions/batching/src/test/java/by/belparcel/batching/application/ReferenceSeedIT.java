package by.belparcel.batching.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Batches work right after the migrations: their projection starts with the same places as the reference data itself. */
class ReferenceSeedIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("references", "batching");

    @Test
    void startsWithTheSamePlacesAsReferences() {
        String ours =
                "select id, kind, lat, lng, is_hub, status, cutoffs::time[], timezone, version from batching.places";
        String theirs =
                "select id, 'WAREHOUSE', lat, lng, false, case when is_active then 'OPEN' else 'CLOSED' end, cutoffs,"
                        + " timezone, version from \"references\".warehouses union all"
                        + " select id, 'PVZ', lat, lng, is_hub, status, '{}', 'Europe/Minsk', version from \"references\".pvz";
        String difference =
                "((" + ours + ") except (" + theirs + ")) union all ((" + theirs + ") except (" + ours + "))";

        assertThat(POSTGRES.database().rows(difference)).isEmpty();
    }
}
