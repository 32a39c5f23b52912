package by.belparcel.trips.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FleetTest {

    private final Fleet fleet = Fleet.parse(Fleet.DEFAULT);

    private String smallest(long weightG, long volumeCm3, int slots) {
        return fleet.smallestFor(new Cargo(weightG, volumeCm3, slots))
                .map(VehicleClass::name)
                .orElse("none");
    }

    @Test
    void takesTheSmallestClassThatHoldsWeightVolumeAndParcels() {
        assertThat(smallest(800_000, 4_000_000, 120)).isEqualTo("VAN_S");
        assertThat(smallest(800_001, 1, 1)).isEqualTo("VAN_L");
        assertThat(smallest(1, 10_000_001, 1)).isEqualTo("TRUCK");
        assertThat(smallest(1, 1, 301)).isEqualTo("TRUCK");
        assertThat(smallest(5_000_001, 1, 1)).isEqualTo("none");
    }

    @Test
    void refusesWhatIsNoList() {
        assertThatThrownBy(() -> Fleet.parse("VAN:1:2")).isInstanceOf(IllegalStateException.class);
    }
}
