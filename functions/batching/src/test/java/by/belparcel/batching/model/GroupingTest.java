package by.belparcel.batching.model;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.ServiceClass;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTest {

    private static final Grouping GROUPING = new Grouping(200_000, 130);

    /** One degree of latitude is about 111 km. */
    private static final Place ORIGIN = place("origin", 52.0);

    @Test
    void goesStraightUpToTheLimitOfRoadMetres() {
        // 153.8 km of great circle are 200 km of road
        assertThat(key(place("near", 52.0 + 153.7 / 111.195), List.of(place("hub", 53.3))))
                .isEqualTo(new Key("origin", DestinationType.PVZ, "near", ServiceClass.NORMAL));
        assertThat(key(place("far", 52.0 + 154.0 / 111.195), List.of(place("hub", 53.3))))
                .isEqualTo(new Key("origin", DestinationType.HUB, "hub", ServiceClass.NORMAL));
    }

    @Test
    void choosesTheHubNearestToThePickUpPoint() {
        assertThat(key(
                                place("pvz", 55.0),
                                List.of(place("half way", 53.5), place("close", 54.9), place("beyond", 55.3)))
                        .destId())
                .isEqualTo("close");
    }

    @Test
    void goesStraightWhenNoHubIsNearerThanTheOrigin() {
        assertThat(key(place("pvz", 54.0), List.of(place("behind", 51.9))).destType())
                .isEqualTo(DestinationType.PVZ);
        assertThat(key(place("pvz", 54.0), List.of()).destType()).isEqualTo(DestinationType.PVZ);
        assertThat(key(place("pvz", 54.0), List.of(ORIGIN)).destType()).isEqualTo(DestinationType.PVZ);
    }

    @Test
    void goesStraightToAPickUpPointThatIsTheHubItself() {
        Place hub = place("hub", 55.0);

        assertThat(key(hub, List.of(hub, place("half way", 53.5))))
                .isEqualTo(new Key("origin", DestinationType.PVZ, "hub", ServiceClass.NORMAL));
    }

    private static Key key(Place pvz, List<Place> hubs) {
        return GROUPING.key(ORIGIN, pvz, ServiceClass.NORMAL, hubs);
    }

    private static Place place(String id, double lat) {
        return new Place(
                id,
                Place.Kind.PVZ,
                new GeoPoint(lat, 27.0),
                true,
                PlaceStatus.OPEN,
                List.of(),
                ZoneId.of("Europe/Minsk"));
    }
}
