package by.belparcel.runner.eventing;

import static by.belparcel.runner.eventing.FakeNetwork.status;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.runner.manifest.Key;
import by.belparcel.runner.manifest.PingManifest;
import by.belparcel.runner.manifest.Place;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PingEmitterTest {

    private static final URI SINK = URI.create("http://broker/shop/default");
    private static final Instant DUE = Instant.parse("2026-03-01T10:00:00Z");

    private final FakeNetwork network = new FakeNetwork();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stopTheTimer() {
        timer.shutdownNow();
    }

    private PingEmitter emitter(@Nullable String data, @Nullable String base64, @Nullable String contentType) {
        PingManifest ping = new PingManifest(
                new Key("shop", "tick"),
                "* * * * *",
                null,
                contentType,
                data,
                base64,
                SINK,
                Map.of("partitionkey", "tick"),
                new Place("f", 1));
        return new PingEmitter(
                ping,
                network,
                Options.defaults().withPingJitter(false).withDelayScale(0.01),
                timer,
                Runnable::run,
                new Stop());
    }

    @ParameterizedTest
    @CsvSource({
        "202, 1, 1, 0",
        "200, 1, 1, 0",
        "500, 1, 0, 1",
        "400, 1, 0, 1",
        "408, 1, 0, 1",
        "409, 1, 0, 1",
        "404, 6, 0, 1",
        "413, 6, 0, 1",
        "425, 6, 0, 1",
        "429, 6, 0, 1",
        "502, 6, 0, 1",
        "503, 6, 0, 1",
        "504, 6, 0, 1",
        "0, 6, 0, 1"
    })
    void retriesItsOwnCodesOnly(int status, int attempts, int delivered, int lost) {
        network.answer(SINK, status(status));
        PingEmitter emitter = emitter("{}", null, null);

        emitter.tick(DUE);

        assertThat(network.posts).hasSize(attempts);
        assertThat(emitter.status().delivered()).isEqualTo(delivered);
        assertThat(emitter.status().lost()).isEqualTo(lost);
    }

    @Test
    void makesAnEventOfEachTick() {
        PingEmitter emitter = emitter("{\"a\":1}", null, "application/json");

        Event event = emitter.event(DUE);

        assertThat(event.attributes())
                .containsEntry("type", "dev.knative.sources.ping")
                .containsEntry("source", "/apis/v1/namespaces/shop/pingsources/tick")
                .containsEntry("time", "2026-03-01T10:00:00Z")
                .containsEntry("datacontenttype", "application/json")
                .containsEntry("partitionkey", "tick");
        assertThat(event.data()).asString().isEqualTo("{\"a\":1}");
        assertThat(emitter.event(DUE).get("id")).isNotEqualTo(event.get("id"));
    }

    @Test
    void hasNoContentTypeByItself() {
        Event event = emitter(null, "AQI=", null).event(DUE);

        assertThat(event.attributes()).doesNotContainKey("datacontenttype");
        assertThat(event.data()).containsExactly(1, 2);
    }
}
