package by.belparcel.pickuppoints.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.pickuppoints.application.points.Points.PointList;
import by.belparcel.pickuppoints.application.reading.ClientLists.Portion;
import by.belparcel.pickuppoints.application.reading.Listed;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lies in Redis comes back as it was: another process must answer the same. */
class RememberedFormsTest {

    private static final Instant PRECISE = Instant.parse("2026-11-20T08:00:00.123456Z");

    @Test
    void keepParcelsOfEveryState() {
        List<Parcel> parcels =
                Arrays.stream(PvzOrderState.values()).map(ParcelFixture::in).toList();

        assertThat(again(new Listed(parcels, 7, PRECISE))).isEqualTo(new Listed(parcels, 7, PRECISE));
        assertThat(again(new Portion(parcels))).isEqualTo(new Portion(parcels));
    }

    @Test
    void keepPoints() {
        PointProfile profile = new PointProfile(
                "ПВЗ",
                "ул. 1",
                "LID",
                new GeoPoint(53.9, 25.3),
                new OpeningHours(
                        List.of(new OpeningHours.Day("MON", List.of(new OpeningHours.Interval("09:00", "24:00"))))),
                new Contacts("+375291234567", null),
                List.of("issue"),
                100,
                30_000,
                true,
                null);
        PickupPoint point = new PickupPoint("p", "LID-001", 3, profile, PointStatus.SUSPENDED, PRECISE, "water", 12);

        assertThat(again(point)).isEqualTo(point);
        assertThat(again(new PointList(List.of(point), 1))).isEqualTo(new PointList(List.of(point), 1));
    }

    @SuppressWarnings("unchecked")
    private static <T> T again(T value) {
        byte[] bytes = Json.mapper().writeValueAsBytes(value);
        return (T) Json.mapper().readValue(bytes, value.getClass());
    }
}
