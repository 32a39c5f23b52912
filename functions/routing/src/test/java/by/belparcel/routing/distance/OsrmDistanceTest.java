package by.belparcel.routing.distance;

import static by.belparcel.routing.distance.OsrmFixture.BREST;
import static by.belparcel.routing.distance.OsrmFixture.DRIVING;
import static by.belparcel.routing.distance.OsrmFixture.IMPATIENT;
import static by.belparcel.routing.distance.OsrmFixture.MINSK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OsrmDistanceTest {

    private final OsrmServer server = new OsrmServer(OsrmFixture.table());
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final OsrmDistance osrm = new OsrmDistance(OsrmSettings.of(server.base()), http);

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @Test
    void asksForLongitudeBeforeLatitudeAndMarksTheAnswerAsRoad() {
        Matrix matrix = osrm.matrix(List.of(MINSK), List.of(BREST), DRIVING).block();

        assertThat(server.asked().getFirst().getPath())
                .isEqualTo("/table/v1/driving/27.566700,53.900000;23.687700,52.097500");
        assertThat(matrix.leg(0, 0).orElseThrow().metres()).isCloseTo(395_000, within(5_000L));
        assertThat(matrix.source()).isEqualTo(new Source("osrm", PlanQuality.ROAD, false));
    }

    @Test
    void asksForMoreThanAHundredPlacesInParts() {
        List<GeoPoint> places = OsrmFixture.places(130);

        Matrix matrix = osrm.matrix(places, places, DRIVING).block();

        assertThat(server.asked()).hasSize(9);
        assertThat(server.asked())
                .allSatisfy(uri -> assertThat(uri.getPath().split(";", -1)).hasSizeLessThanOrEqualTo(100));
        for (int i = 0; i < 130; i += 7) {
            for (int j = 0; j < 130; j += 11) {
                double straight = places.get(i).metresTo(places.get(j));
                assertThat(matrix.leg(i, j).orElseThrow().metres()).isCloseTo(Math.round(straight * 1.2), within(2L));
            }
        }
    }

    @Test
    void asksOnceForAHundredPlacesInBothDirections() {
        List<GeoPoint> places = OsrmFixture.places(100);

        assertThat(osrm.matrix(places, places, DRIVING).block().rows()).isEqualTo(100);
        assertThat(server.asked()).hasSize(1);
    }

    @Test // domain delivery.md section 4: NO_ROUTE for the pair, never 0
    void aPairWithoutAWayHasNoLeg() {
        server.answers(OsrmFixture.table(
                body -> body.replaceAll("\"distances\":.*", "\"distances\":[[null]],\"durations\":[[null]]}")));

        Matrix matrix = osrm.matrix(List.of(MINSK), List.of(BREST), DRIVING).block();

        assertThat(matrix.leg(0, 0)).isEmpty();
    }

    @Test
    void readsARouteWithItsLine() {
        GeoPoint between = new GeoPoint(53.1327, 26.0139);
        server.answers(OsrmServer.text(
                200, OsrmFixture.route(List.of(MINSK, between, BREST), List.of(MINSK, BREST), 345_678.9, 13_000.4)));

        Route route = osrm.route(List.of(MINSK, BREST), DRIVING).block();

        assertThat(route.metres()).isEqualTo(345_679);
        assertThat(route.seconds()).isEqualTo(13_000);
        assertThat(route.line()).containsExactly(MINSK, between, BREST);
        assertThat(server.asked().getFirst().getQuery()).contains("geometries=polyline6");
    }

    @Test
    void findsTheNearestRoad() {
        server.answers(OsrmServer.text(
                200,
                "{\"code\":\"Ok\",\"waypoints\":" + OsrmFixture.waypoints(List.of(new GeoPoint(53.901, 27.5667)))
                        + "}"));

        Snap snap = osrm.nearest(MINSK, DRIVING).block();

        assertThat(snap.offsetMetres()).isCloseTo(111, within(1.0));
    }

    @Test
    void noRouteIsNotATechnicalFailure() {
        server.answers(OsrmServer.text(400, "{\"code\":\"NoRoute\",\"message\":\"Impossible route\"}"));

        assertThatThrownBy(() -> osrm.route(List.of(MINSK, BREST), DRIVING).block())
                .isInstanceOf(NoRouteException.class);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void asksOnceMoreWhenTheServerHasTrouble() {
        AtomicInteger calls = new AtomicInteger();
        server.answers(exchange -> {
            boolean first = calls.getAndIncrement() == 0;
            (first ? OsrmServer.text(503, "busy") : OsrmFixture.table()).to(exchange);
        });

        assertThat(osrm.matrix(List.of(MINSK), List.of(BREST), DRIVING).block().leg(0, 0))
                .isPresent();
        server.answers(OsrmServer.text(500, "broken"));
        assertThatThrownBy(() -> osrm.nearest(MINSK, DRIVING).block()).isInstanceOf(ProviderException.class);
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void aSlowAnswerIsNoAnswer() {
        server.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            OsrmDistrustTest.awaitInterrupt(new CountDownLatch(1));
        });

        long started = System.nanoTime();
        assertThatThrownBy(() -> osrm.nearest(MINSK, IMPATIENT).block()).isInstanceOf(ProviderException.class);
        assertThat((System.nanoTime() - started) / 1_000_000).isLessThan(1_500);
    }
}
