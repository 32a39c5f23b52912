package by.belparcel.references.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final Place PLACE =
            new Place("ПВЗ Лида", "ПВЗ Ліда", "Lida", "Лида, ул. 1", "Ліда, вул. 1", 53.88, 25.29);

    @Test
    void namesWhatDiffersInTheOrderOfTheAlphabet() {
        assertThat(Changes.between(point(false, "h1", PvzStatus.OPEN), point(true, null, PvzStatus.SUSPENDED)))
                .containsExactly("hub_id", "is_hub", "status");
    }

    @Test
    void findsNothingInEqualStates() {
        assertThat(Changes.between(point(false, "h1", PvzStatus.OPEN), point(false, "h1", PvzStatus.OPEN)))
                .isEmpty();
    }

    @Test // domain README 4.3: no address text in any event
    void keepsNamesAndAddressesOutOfTheState() {
        assertThat(point(false, "h1", PvzStatus.OPEN).state().toString()).doesNotContain("Лида", "Ліда", "Lida");
        assertThat(new Warehouse("w", "WH-1", PLACE, List.of("18:00"), "Europe/Minsk", true, 1)
                        .state()
                        .toString())
                .doesNotContain("Лида", "Ліда", "Lida");
        assertThat(new Shop("s", "BOOKS", "Кніжны кут", "be", true, 1).state().toString())
                .doesNotContain("Кніжны");
    }

    private static PickupPoint point(boolean hub, @org.jspecify.annotations.Nullable String hubId, PvzStatus status) {
        return new PickupPoint(
                "p", "LID-001", PLACE, hub, hubId, "Mo-Su", 500, 30_000, List.of("issue"), status, false, 1);
    }
}
