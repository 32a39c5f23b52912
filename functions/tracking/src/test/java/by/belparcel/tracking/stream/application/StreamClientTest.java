package by.belparcel.tracking.stream.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Cursors;
import by.belparcel.eventing.handling.LiveFrame;
import by.belparcel.eventing.handling.LiveSession;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.tracking.stream.model.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client costs that asks and does not read. */
class StreamClientTest {

    private static final Limits LIMITS = new Limits(
            Duration.ofSeconds(1),
            200,
            1 << 20,
            Duration.ofMillis(250),
            Duration.ofMinutes(15),
            Duration.ofSeconds(25),
            25);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger closed = new AtomicInteger();
    private final FeedLog log = new ScriptedFeed("1:1:");
    private final Tail tail = new Tail(log, Duration.ofMillis(250));
    private final StreamClient client = new StreamClient(new Session(), log, tail, LIMITS);

    @AfterEach
    void stop() throws Exception {
        on(client::closed);
        thread.shutdownNow();
    }

    @Test
    void keepsOneSnapshotForHimHoweverOftenHeSubscribes() throws Exception {
        greeted();
        for (int i = 0; i < 50; i++) {
            on(() -> client.received("{\"type\":\"subscribe\"}"));
        }

        assertThat(drained().stream().map(LiveFrame::type)).containsExactly("snapshot");
    }

    @Test
    void goesWhenTheAnswersThatHeDoesNotReadAreTooMany() throws Exception {
        greeted();
        String unknown = IntStream.range(0, 200).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(","));
        for (int i = 0; i < 10; i++) {
            on(() -> client.received("{\"type\":\"subscribe\",\"trips\":[" + unknown + "]}"));
        }

        assertThat(closed).hasValue(1008);
        assertThat(drained().size()).isLessThan(1_300);
    }

    /** Joined, told hello and the first snapshot. */
    private void greeted() throws Exception {
        on(client::start);
        List<String> types = new ArrayList<>();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!types.contains("snapshot")) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            drained().forEach(frame -> types.add(frame.type()));
        }
    }

    private List<LiveFrame> drained() throws Exception {
        List<LiveFrame> frames = new ArrayList<>();
        on(() -> {
            LiveFrame frame = client.next();
            while (frame != null) {
                frames.add(frame);
                frame = client.next();
            }
        });
        return frames;
    }

    private void on(Runnable work) throws Exception {
        Future<?> done = thread.submit(work);
        done.get(10, TimeUnit.SECONDS);
    }

    private final class Session implements LiveSession, Cursors {

        @Override
        public Principal principal() {
            return Principals.operator();
        }

        @Override
        public RequestParameters parameters() {
            return new RequestParameters(Map.of(), Map.of(), Map.of());
        }

        @Override
        public Cursors cursors() {
            return this;
        }

        @Override
        public String issue(String filter, List<String> position) {
            return String.join("|", position);
        }

        @Override
        public Optional<List<String>> read(String filter, String cursor) {
            return Optional.empty();
        }

        @Override
        public void execute(Runnable work) {
            thread.execute(work);
        }

        @Override
        public void schedule(Runnable work, Duration delay) {
            Future<?> later = thread.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(later).isNotNull();
        }

        @Override
        public void wake() {
            // The test asks by itself.
        }

        @Override
        public void refuse(String code) {
            closed.compareAndSet(0, -1);
        }

        @Override
        public void close(int code, String reason) {
            closed.compareAndSet(0, code);
        }

        @Override
        public void count(String metric) {
            // not of interest
        }
    }
}
