package by.belparcel.eventing.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.belparcel.eventing.cache.Source.Answer;
import by.belparcel.eventing.handling.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The policy of domain operations.md section 6 in one process, with clocks that the test moves. */
class ReadThroughCacheTest {

    private static final Set<String> TAGS = Set.of("client:7");
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final FakeMoments time = new FakeMoments();
    private final RecordingMeter meter = new RecordingMeter();
    private final Source source = new Source();
    private final Cache cache = cache(Map.of("BELPARCEL_CACHE_TRUST", "PT1H"));

    @Test
    void asksTheSourceOnceHoweverManyMissTogether() {
        Sinks.One<Answer> slow = Sinks.one();
        source.answers(slow.asMono());
        CompletableFuture<Answer> first = get().toFuture();
        CompletableFuture<Answer> second = get().toFuture();

        slow.tryEmitValue(new Answer("late", 1)).orThrow();

        assertThat(source.asked()).isEqualTo(1);
        assertThat(first).isCompletedWithValue(new Answer("late", 1));
        assertThat(second).isCompletedWithValue(new Answer("late", 1));
    }

    @Test
    void finishesALoadForTheOthersWhenTheCallerThatBeganItGoesAway() {
        Sinks.One<Answer> slow = Sinks.one();
        source.answers(slow.asMono());
        Disposable first = get().subscribe();
        CompletableFuture<Answer> second = get().toFuture();

        first.dispose();
        slow.tryEmitValue(new Answer("late", 1)).orThrow();

        assertThat(second).isCompletedWithValue(new Answer("late", 1));
    }

    @Test
    void remembersAnAnswerForItsLife() {
        assertThat(now()).isEqualTo(new Answer("answer", 1));
        time.pass(LIFE.minusMillis(1));
        assertThat(now()).isEqualTo(new Answer("answer", 1));
        assertThat(meter.requests("miss")).isEqualTo(1);
        assertThat(meter.requests("hit")).isEqualTo(1);
    }

    @Test
    void servesTheOldAnswerWhileOneCallerLoadsTheNewOne() {
        now();
        time.pass(LIFE);
        Sinks.One<Answer> slow = Sinks.one();
        source.answers(slow.asMono());

        assertThat(now()).isEqualTo(new Answer("answer", 1));
        assertThat(now()).isEqualTo(new Answer("answer", 1));
        assertThat(source.asked()).isEqualTo(2);
        slow.tryEmitValue(new Answer("new", 2)).orThrow();

        assertThat(now()).isEqualTo(new Answer("new", 2));
        assertThat(meter.requests("stale")).isEqualTo(2);
    }

    @Test
    void waitsForTheSourceWhenTheAnswerIsOlderThanStaleOnesMayBe() {
        now();
        time.pass(LIFE.plusSeconds(30));

        assertThat(now()).isEqualTo(new Answer("answer", 2));
    }

    @Test
    void servesTheOldAnswerWhenTheSourceFailsAndFailsWhenThereIsNone() {
        now();
        time.pass(LIFE.plusSeconds(29));
        source.answers(Mono.error(new IllegalStateException("source is down")));

        assertThat(now()).isEqualTo(new Answer("answer", 1));
        time.pass(Duration.ofSeconds(1));
        assertThatThrownBy(this::now).hasMessageContaining("source is down");
        source.answersAgain();
        assertThat(now()).isEqualTo(new Answer("answer", 4));
    }

    @Test
    void letsLivesDifferByATenth() {
        time.random(0);
        now();
        time.pass(Duration.ofSeconds(54));
        now();
        assertThat(meter.requests("stale")).isEqualTo(1);
        time.random(1);
        cache.invalidate(TAGS).block();
        now();
        time.pass(Duration.ofMillis(65_900));
        now();
        assertThat(meter.requests("stale")).isEqualTo(1);
    }

    @Test
    void remembersForFiveSecondsThatThereIsNone() {
        source.answers(Mono.empty());

        assertThat(now()).isNull();
        time.pass(Duration.ofMillis(4_999));
        assertThat(now()).isNull();
        assertThat(source.asked()).isEqualTo(1);
        time.pass(Duration.ofSeconds(31));
        assertThat(now()).isNull();
        assertThat(source.asked()).isEqualTo(2);
    }

    @Test
    void forgetsWhatHasTheTagAndNothingElse() {
        now();
        cache.get(Source.KIND, "9", Set.of("client:9"), source).block();

        cache.invalidate(TAGS).block();

        assertThat(now()).isEqualTo(new Answer("answer", 3));
        assertThat(cache.get(Source.KIND, "9", Set.of("client:9"), source).block())
                .isEqualTo(new Answer("answer", 2));
    }

    @Test
    void neitherRemembersNorSharesALoadThatAnInvalidationOvertook() {
        Sinks.One<Answer> slow = Sinks.one();
        source.answers(slow.asMono());
        CompletableFuture<Answer> before = get().toFuture();
        cache.invalidate(TAGS).block();
        source.answersAgain();

        assertThat(now()).isEqualTo(new Answer("answer", 2));
        slow.tryEmitValue(new Answer("overtaken", 1)).orThrow();

        assertThat(before).isCompletedWithValue(new Answer("overtaken", 1));
        assertThat(now()).isEqualTo(new Answer("answer", 2));
    }

    @Test
    void asksTheSourceWhileAWriterHolds() {
        now();
        cache.hold(TAGS).block();

        assertThat(now()).isEqualTo(new Answer("answer", 2));
        assertThat(now()).isEqualTo(new Answer("answer", 3));
        time.pass(Duration.ofSeconds(2));
        assertThat(now()).isEqualTo(new Answer("answer", 4));
        assertThat(now()).isEqualTo(new Answer("answer", 4));
        assertThat(meter.requests("held")).isEqualTo(2);
    }

    @Test // another process may have changed it, and nobody told this one
    void believesItselfForASecondWhenNobodyCanTellItMore() {
        Cache alone = cache(Map.of());
        alone.get(Source.KIND, "7", TAGS, source).block();
        time.pass(Duration.ofSeconds(1));
        assertThat(alone.get(Source.KIND, "7", TAGS, source).block()).isEqualTo(new Answer("answer", 1));
        time.pass(Duration.ofMillis(1));
        assertThat(alone.get(Source.KIND, "7", TAGS, source).block()).isEqualTo(new Answer("answer", 2));
    }

    @Test // Redis answers slower than this process looks for the other's answer
    void loadsItselfWhenTheProcessThatLoadsDoesNotAnswer() {
        Cache waiting = new ReadThroughCache(
                CacheTerms.from(new Settings(Map.of())), new SlowRedis(Duration.ofMillis(60)), meter, time.moments());

        assertThat(waiting.get(Source.KIND, "7", TAGS, source).block(Duration.ofSeconds(5)))
                .isEqualTo(new Answer("answer", 1));
    }

    private Cache cache(Map<String, String> settings) {
        return new ReadThroughCache(CacheTerms.from(new Settings(settings)), SharedCache.none(), meter, time.moments());
    }

    private Mono<Answer> get() {
        return cache.get(Source.KIND, "7", TAGS, source);
    }

    private @Nullable Answer now() {
        return get().block(Duration.ofSeconds(5));
    }
}
