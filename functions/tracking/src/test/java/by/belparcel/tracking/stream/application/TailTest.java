package by.belparcel.tracking.stream.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.tracking.stream.application.FeedLog.Window;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TailTest {

    private final BlockingQueue<Window> told = new LinkedBlockingQueue<>();
    private final Consumer<Window> client = told::add;

    @Test // restored from a dump, or a replica that had not got everything
    void saysSoWhenTheDatabaseKnowsLessThanBefore() throws Exception {
        Tail tail = new Tail(new ScriptedFeed("100:100:", "40:40:"), Duration.ofMillis(5));
        tail.join(client, () -> {});

        Window window = told.poll(10, TimeUnit.SECONDS);
        tail.leave(client);

        assertThat(window).isNotNull().satisfies(first -> {
            assertThat(first.lost()).isTrue();
            assertThat(first.end().snapshot().text()).isEqualTo("40:40:");
        });
        assertThat(tail.isRunning()).isFalse();
    }

    @Test
    void tellsAnEmptyWindowOnlyNowAndThen() throws Exception {
        Tail tail = new Tail(
                new ScriptedFeed(
                        "1:1:", "2:2:", "3:3:", "4:4:", "5:5:", "6:6:", "7:7:", "8:8:", "9:9:", "10:10:", "11:11:"),
                Duration.ofMillis(5));
        tail.join(client, () -> {});

        Window window = told.poll(10, TimeUnit.SECONDS);
        tail.leave(client);

        assertThat(window).isNotNull().satisfies(first -> {
            assertThat(first.lost()).isFalse();
            assertThat(first.end().epoch()).isEqualTo(10);
        });
    }
}
