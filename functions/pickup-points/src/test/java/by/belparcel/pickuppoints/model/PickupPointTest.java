package by.belparcel.pickuppoints.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PickupPointTest {

    private static final PickupPoint POINT =
            point("ПВЗ Лида", "Лида, ул. 1", new Contacts("+375291234567", null), 100, null);

    @Test // domain README 4.3
    void tellsNeitherNameNorAddressNorContacts() {
        assertThat(POINT.state().toString()).doesNotContain("Лида", "375");
    }

    @Test
    void namesEveryFieldThatDiffers() {
        PickupPoint other = point("ПВЗ Другой", "Лида, ул. 2", Contacts.NONE, 200, "h");

        assertThat(other.changedFrom(POINT))
                .containsExactly("capacity_parcels", "hub_id", "name", "address", "contacts");
        assertThat(POINT.changedFrom(other)).contains("hub_id");
        assertThat(POINT.changedFrom(POINT)).isEmpty();
    }

    @Test
    void forgetsItsSuspensionWhenItWorksAgain() {
        PickupPoint suspended = POINT.suspended(Instant.parse("2026-12-01T00:00:00Z"), "water");

        assertThat(suspended.status()).isEqualTo(PointStatus.SUSPENDED);
        assertThat(suspended.resumed())
                .satisfies(point -> assertThat(point.suspendedUntil()).isNull())
                .satisfies(point -> assertThat(point.suspendReason()).isNull())
                .satisfies(point -> assertThat(point.version()).isEqualTo(3));
    }

    @Test
    void sortsItsServices() {
        assertThat(POINT.profile().services()).containsExactly("issue", "return");
    }

    private static PickupPoint point(
            String name,
            String address,
            Contacts contacts,
            int capacity,
            @org.jspecify.annotations.Nullable String hubId) {
        PointProfile profile = new PointProfile(
                name,
                address,
                "LID",
                new GeoPoint(53.9, 25.3),
                OpeningHours.UNKNOWN,
                contacts,
                List.of("return", "issue", "issue"),
                capacity,
                30_000,
                false,
                hubId);
        return new PickupPoint("p", "LID-001", 1, profile, PointStatus.OPEN, null, null, 0);
    }
}
