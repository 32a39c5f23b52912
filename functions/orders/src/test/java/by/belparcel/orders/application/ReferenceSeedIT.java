package by.belparcel.orders.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders work right after the migrations: their projection starts with the same rows as the reference data itself. */
class ReferenceSeedIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("references", "orders");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "warehouses | id, lat, lng, is_active, version",
                "pvz | id, code, lat, lng, status, is_full, max_parcel_g, version",
                "shops | id, is_active, version"
            })
    void startsWithTheSameRowsAsReferences(String table, String columns) {
        String ours = "select " + columns + " from orders." + table;
        String theirs = "select " + columns + " from \"references\"." + table;
        String difference = "(" + ours + " except " + theirs + ") union all (" + theirs + " except " + ours + ")";

        assertThat(POSTGRES.database().rows(difference)).isEmpty();
    }

    @Test
    void knowsEnoughPlacesOfTheCountry() {
        assertThat(POSTGRES.database().number("select count(*) from orders.pvz where status = 'OPEN'"))
                .isGreaterThan(30);
        assertThat(
                        POSTGRES.database()
                                .number(
                                        "select count(*) from orders.pvz where lat not between 51.2 and 56.2 or lng not between 23.1 and 32.8"))
                .isZero();
    }
}
