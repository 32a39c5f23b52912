package by.belparcel.tracking.stream;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.tracking.stream.adapter.FeedWriters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Clients that are cut again and again while transactions commit late and out of their numbers' order. */
class ResumeIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("tracking");

    private static final int CLIENTS = 6;

    /** A client as the panel is one: what came after the newest cursor is forgotten with the connection. */
    private static final class Follower {

        private final Principal principal;
        private final Random random;
        private final List<String> kept = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private String cursor;
        private int connections;

        Follower(Principal principal, long seed, String cursor) {
            this.principal = principal;
            this.random = new Random(seed);
            this.cursor = cursor;
        }

        /** One connection; true when nothing came for a second. */
        boolean follow(StreamBed bed, boolean toTheEnd) {
            connections++;
            open.clear();
            LiveSocket socket = bed.resume(principal, cursor);
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50 + random.nextInt(500));
            boolean quiet = false;
            while (!quiet && (toTheEnd || System.nanoTime() < end)) {
                List<JsonNode> frames = socket.rest(toTheEnd ? 1_000 : 20);
                quiet = toTheEnd && frames.isEmpty();
                frames.forEach(this::take);
            }
            socket.abort();
            return quiet;
        }

        private void take(JsonNode frame) {
            String type = frame.path("type").asString();
            if (type.equals("resync") || type.equals("snapshot")) {
                throw new AssertionError("it had to be the delta: " + type);
            }
            if (type.equals("alert")) {
                open.add(frame.path("trip_id").asString() + ":"
                        + frame.path("alert_id").asString());
            }
            if (frame.has("cursor")) {
                kept.addAll(open);
                open.clear();
                cursor = frame.path("cursor").asString();
            }
        }
    }

    @ParameterizedTest // R-80, D14: no gap and nothing twice, whichever instance it comes back to
    @ValueSource(longs = {11, 12})
    void losesNothingAndGetsNothingTwice(long seed) throws Exception {
        String[] plenty = {
            "BELPARCEL_TRACKING_STREAM_FRAMES_PER_SECOND", "100000", "BELPARCEL_TRACKING_STREAM_POLL", "PT0.02S"
        };
        try (StreamBed a = StreamBed.start(POSTGRES.database(), plenty);
                StreamBed b = StreamBed.start(POSTGRES.database(), plenty)) {
            FeedWriters writers = new FeedWriters(POSTGRES.database());
            writers.prepare();
            List<Follower> followers = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> begin(a, Principals.of("operator", "f" + i, Map.of()), seed * 100 + i))
                    .toList();
            List<Future<?>> writing = writers.start(seed);
            List<CompletableFuture<Void>> following = followers.stream()
                    .map(follower -> CompletableFuture.runAsync(() -> {
                        while (!writing.stream().allMatch(Future::isDone)) {
                            boolean ended = follower.follow(follower.random.nextBoolean() ? a : b, false);
                            assertThat(ended).isFalse();
                        }
                        assertThat(follower.follow(b, true)).isTrue();
                    }))
                    .toList();
            FeedWriters.join(writing);
            following.forEach(CompletableFuture::join);

            for (Follower follower : followers) {
                assertThat(follower.connections).as("how often it was cut").isGreaterThan(2);
                assertThat(follower.kept).containsExactlyInAnyOrderElementsOf(writers.committed);
            }
        }
    }

    private static Follower begin(StreamBed bed, Principal principal, long seed) {
        LiveSocket socket = bed.open(principal);
        String cursor = socket.next("snapshot").path("cursor").asString();
        socket.abort();
        return new Follower(principal, seed, cursor);
    }
}
