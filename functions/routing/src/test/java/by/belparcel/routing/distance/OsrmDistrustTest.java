package by.belparcel.routing.distance;

import static by.belparcel.routing.distance.OsrmFixture.BREST;
import static by.belparcel.routing.distance.OsrmFixture.DRIVING;
import static by.belparcel.routing.distance.OsrmFixture.IMPATIENT;
import static by.belparcel.routing.distance.OsrmFixture.MINSK;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import by.belparcel.routing.geometry.Polyline6;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider may send, and that the answer is then the straight line, and marked. */
final class OsrmDistrustTest { // S-158

    private static final Clock CLOCK = Clock.fixed(OsrmFixture.NOON, ZoneOffset.UTC);

    private final OsrmServer server = new OsrmServer(OsrmFixture.table());
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FallbackDistance distances = new FallbackDistance(
            new OsrmDistance(OsrmSettings.of(server.base()), http),
            new GreatCircleDistance(GreatCircleSettings.DEFAULT),
            new Breaker(Breaker.Settings.DEFAULT, CLOCK));

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    @Test
    void aTrueAnswerIsNotRefused() {
        assertThat(distances
                        .matrix(List.of(MINSK), List.of(BREST), DRIVING)
                        .block()
                        .source())
                .isEqualTo(new Source("osrm", PlanQuality.ROAD, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{}",
                "[]",
                "null",
                "{\"code\":\"Ok\"}",
                "{\"code\":\"Ok\",\"distances\":[[1]],\"durations\":[[1]]}",
                "{\"code\":\"InvalidQuery\"}"
            })
    void garbageIsRefused(String body) {
        server.answers(OsrmServer.text(200, body));
        assertStraight();
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        spoil(body -> body.replaceAll("\"distances\":\\[\\[[0-9.]+", "\"distances\":[[NaN"));
        spoil(body -> body.replaceAll("\"distances\":\\[\\[[0-9.]+", "\"distances\":[[1e999"));
        spoil(body -> body.replaceAll("\"distances\":\\[\\[[0-9.]+", "\"distances\":[[-5"));
        spoil(body -> body.replaceAll("\"distances\":\\[\\[[0-9.]+", "\"distances\":[[\"7\""));
    }

    @Test
    void legsThatCannotBeAreRefused() {
        spoil(body -> body.replaceAll("\"distances\":\\[\\[[0-9.]+", "\"distances\":[[0"));
        spoil(body -> body.replaceAll("\"durations\":\\[\\[[0-9.]+", "\"durations\":[[1"));
        spoil(body -> body.replaceAll("\"durations\":\\[\\[[0-9.]+", "\"durations\":[[null"));
        spoil(body -> body.replaceAll("\"durations\":\\[\\[", "\"durations\":[[1,"));
    }

    @Test
    void placesTheWrongWayRoundAreRefused() {
        spoil(body -> body.replace("[27.566700,53.900000]", "[53.900000,27.566700]"));
    }

    @Test
    void placesOutsideTheCountryOrElsewhereInItAreRefused() {
        spoil(body -> body.replace("[27.566700,53.900000]", "[13.404954,52.520008]"));
        spoil(body -> body.replace("[27.566700,53.900000]", "[30.345600,53.894500]"));
    }

    @Test
    void aLineOutsideTheCountryOrBrokenIsRefused() {
        List<GeoPoint> stops = List.of(MINSK, BREST);
        GeoPoint warsaw = new GeoPoint(52.2297, 21.0122);
        for (String body : List.of(
                OsrmFixture.route(List.of(MINSK, warsaw, BREST), stops, 600_000, 30_000),
                OsrmFixture.route(List.of(BREST, MINSK), stops, 345_000, 13_000),
                OsrmFixture.route(List.of(MINSK), stops, 345_000, 13_000),
                OsrmFixture.route(List.of(MINSK, BREST), stops, 345_000, 13_000)
                        .replace(Polyline6.encode(stops).substring(3), "~\u00e9"))) {
            server.answers(OsrmServer.text(200, body));

            Route route = distances.route(stops, DRIVING).block();

            assertThat(route.source()).isEqualTo(new Source("haversine", PlanQuality.STRAIGHT, true));
        }
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        AtomicLong sent = new AtomicLong();
        server.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] blanks = new byte[1 << 16];
            Arrays.fill(blanks, (byte) ' ');
            exchange.getResponseBody().write("{\"code\":".getBytes(StandardCharsets.UTF_8));
            while (sent.get() < 1L << 30) {
                exchange.getResponseBody().write(blanks);
                sent.addAndGet(blanks.length);
            }
        });

        assertStraight();
        assertThat(sent.get()).isLessThan(1L << 26);
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedFor() {
        CountDownLatch never = new CountDownLatch(1);
        server.answers(exchange -> awaitInterrupt(never));

        Matrix matrix =
                distances.matrix(List.of(MINSK), List.of(BREST), IMPATIENT).block();

        assertThat(matrix.source().fallbackUsed()).isTrue();
    }

    @Test
    void errorsOfTheServerAndAClosedPortMeanTheStraightLine() {
        server.answers(OsrmServer.text(500, "{\"code\":\"Ok\"}"));
        assertStraight();
        server.answers(OsrmServer.text(404, "{\"code\":\"Ok\"}"));
        assertStraight();
        server.close();
        assertStraight();
    }

    private void spoil(UnaryOperator<String> spoilt) {
        server.answers(OsrmFixture.table(body -> {
            String worse = spoilt.apply(body);
            assertThat(worse).isNotEqualTo(body);
            return worse;
        }));
        assertStraight();
    }

    private void assertStraight() {
        FallbackDistance fresh = new FallbackDistance(
                new OsrmDistance(OsrmSettings.of(server.base()), http),
                new GreatCircleDistance(GreatCircleSettings.DEFAULT),
                new Breaker(Breaker.Settings.DEFAULT, CLOCK));

        Matrix matrix = fresh.matrix(List.of(MINSK), List.of(BREST), DRIVING).block();

        assertThat(matrix.source()).isEqualTo(new Source("haversine", PlanQuality.STRAIGHT, true));
        assertThat(matrix.leg(0, 0).orElseThrow().metres()).isEqualTo(Math.round(MINSK.metresTo(BREST) * 1.3));
    }

    static void awaitInterrupt(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
