package by.belparcel.eventing.cache;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.cache.Source.Answer;
import by.belparcel.eventing.handling.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Two processes and one Redis: what one of them knows the other need not ask; Redis in trouble costs time and nothing else. */
class RedisCacheIT {

    private static final TestRedis REDIS = new TestRedis();
    private static final Set<String> TAGS = Set.of("client:7");
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Map<String, String> NO_TRUST = Map.of(
            "BELPARCEL_CACHE_TRUST",
            "PT0S",
            "BELPARCEL_CACHE_REDIS_TIMEOUT",
            "PT0.5S",
            "BELPARCEL_CACHE_REDIS_PAUSE",
            "PT0.2S");

    private final RecordingMeter meter = new RecordingMeter();
    private final Source source = new Source();
    private final List<RedisLink> links = new ArrayList<>();
    private Cache here = Cache.none();
    private Cache there = Cache.none();

    @BeforeEach
    void start() {
        here = process(REDIS.url(), NO_TRUST);
        connect(here);
        there = process(REDIS.url(), NO_TRUST);
        connect(there);
        REDIS.with(redis -> redis.flushall());
    }

    @AfterEach
    void stop() {
        links.forEach(RedisLink::close);
        REDIS.startAgain();
    }

    @AfterAll
    static void stopRedis() {
        REDIS.close();
    }

    @Test
    void takesTheAnswerThatAnotherProcessHasLoaded() {
        assertThat(get(here)).isEqualTo(new Answer("answer", 1));
        assertThat(get(there)).isEqualTo(new Answer("answer", 1));

        assertThat(source.asked()).isEqualTo(1);
        assertThat(meter.requests("shared")).isEqualTo(1);
    }

    @Test
    void neverServesWhatAnotherProcessHasInvalidated() {
        get(here);
        get(there);

        there.invalidate(TAGS).block(SOON);

        assertThat(get(here)).isEqualTo(new Answer("answer", 2));
        assertThat(get(there)).isEqualTo(new Answer("answer", 2));
    }

    @Test
    void storesNothingThatAnInvalidationElsewhereOvertook() {
        Sinks.One<Answer> slow = Sinks.one();
        source.answers(slow.asMono());
        CompletableFuture<Answer> loading =
                here.get(Source.KIND, "7", TAGS, source).toFuture();
        await(() -> source.asked() == 1);
        there.invalidate(TAGS).block(SOON);
        slow.tryEmitValue(new Answer("overtaken", 1)).orThrow();
        assertThat(loading.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(new Answer("overtaken", 1));
        source.answersAgain();

        assertThat(get(there)).isEqualTo(new Answer("answer", 2));
    }

    @Test
    void asksTheSourceInBothProcessesWhileAWriterHolds() {
        get(there);
        here.hold(TAGS).block(SOON);

        assertThat(get(here)).isEqualTo(new Answer("answer", 2));
        assertThat(get(there)).isEqualTo(new Answer("answer", 3));
    }

    @Test
    void loadsInOneProcessWhileTheOtherWaitsForIt() {
        Sinks.One<Answer> slow = Sinks.one();
        source.answers(slow.asMono());
        CompletableFuture<Answer> first =
                here.get(Source.KIND, "7", TAGS, source).toFuture();
        await(() -> source.asked() == 1);
        CompletableFuture<Answer> second =
                there.get(Source.KIND, "7", TAGS, source).toFuture();

        slow.tryEmitValue(new Answer("late", 1)).orThrow();

        assertThat(first.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(new Answer("late", 1));
        assertThat(second.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(new Answer("late", 1));
        assertThat(source.asked()).isEqualTo(1);
    }

    @Test
    void remembersInBothProcessesThatThereIsNone() {
        source.answers(Mono.empty());

        assertThat(get(here)).isNull();
        assertThat(get(there)).isNull();
        assertThat(source.asked()).isEqualTo(1);
    }

    @Test
    void takesNoGarbageForAnAnswer() {
        String key = "belparcel:answers:7:v1";
        get(here);
        byte[] good = REDIS.with(redis -> redis.get(key));
        for (byte[] garbage :
                List.of(new byte[0], new byte[] {1, 2, 3}, java.util.Arrays.copyOf(good, good.length - 1))) {
            REDIS.with(redis -> redis.set(key, garbage));
            int before = source.asked();
            assertThat(get(there)).isEqualTo(new Answer("answer", before + 1));
            there.invalidate(TAGS).block(SOON);
        }
        REDIS.with(redis -> redis.del(key));
        REDIS.with(redis -> redis.lpush(key, good));
        int before = source.asked();
        assertThat(get(there)).isEqualTo(new Answer("answer", before + 1));
    }

    @Test
    void answersWhileRedisIsDeadAndUsesItAgainWhenItIsBack() {
        get(here);
        REDIS.kill();

        for (int i = 0; i < 20; i++) {
            int before = source.asked();
            assertThat(get(here)).isEqualTo(new Answer("answer", before + 1));
            there.invalidate(TAGS).block(SOON);
            here.hold(Set.of("client:8")).block(SOON);
        }
        assertThat(meter.redis("avoided")).as("it is left alone").isPositive();

        REDIS.startAgain();
        await(() -> {
            get(here);
            int before = source.asked();
            get(there);
            return source.asked() == before;
        });
    }

    @Test
    void whoAsksAfterAnAnswerIsNotGivenTheSameLoadAgain() {
        Cache alone = process("redis://127.0.0.1:1", NO_TRUST);

        Answer second = alone.get(Source.KIND, "7", TAGS, source)
                .flatMap(first -> alone.get(Source.KIND, "7", TAGS, source))
                .block(SOON);

        assertThat(second).isEqualTo(new Answer("answer", 2));
    }

    @Test // slow > 50 ms: the default
    void doesNotWaitForARedisThatIsSlow() {
        Cache normal = process(REDIS.url(), Map.of("BELPARCEL_CACHE_TRUST", "PT0S"));
        connect(normal);
        REDIS.with(redis -> redis.clientPause(3_000));
        long start = System.nanoTime();

        for (int i = 0; i < 20; i++) {
            assertThat(get(normal)).isNotNull();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(meter.redis("slow")).isPositive().isLessThanOrEqualTo(6);
        REDIS.with(redis -> redis.ping());
    }

    @Test
    void answersAtOnceWhenThereIsNoRedisAtAll() {
        Cache lost = process("redis://127.0.0.1:1", NO_TRUST);

        assertThat(get(lost)).isEqualTo(new Answer("answer", 1));
        await(() -> get(lost) != null && meter.redis("connecting") > 3);
    }

    @Test // cold start: nothing that is not needed for the first answer
    void connectsOnFirstUseOnlyAndLetsNobodyWaitForIt() {
        long before = connections();
        Cache cold = process(REDIS.url(), NO_TRUST);
        assertThat(connections()).isEqualTo(before);

        assertThat(get(cold)).isEqualTo(new Answer("answer", 1));

        await(() -> connections() == before + 1);
    }

    private static long connections() {
        String clients = REDIS.with(redis -> redis.clientList());
        return clients.lines().count();
    }

    private Cache process(String url, Map<String, String> settings) {
        CacheTerms terms = CacheTerms.from(new Settings(settings));
        Moments moments = Moments.real();
        RedisLink link = new RedisLink(url, terms.pause(), moments.nanos());
        links.add(link);
        Breaker breaker = new Breaker(terms.failures(), terms.pause().toNanos(), moments.nanos());
        RedisCache shared =
                new RedisCache(link, breaker, terms, () -> UUID.randomUUID().toString(), meter);
        return new ReadThroughCache(terms, shared, meter, moments);
    }

    private void connect(Cache cache) {
        RedisLink link = links.getLast();
        await(() -> {
            cache.invalidate(Set.of("warm-up")).block(SOON);
            return link.commands() != null;
        });
    }

    private @Nullable Answer get(Cache cache) {
        return cache.get(Source.KIND, "7", TAGS, source).block(SOON);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + SOON.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            try {
                if (never.await(10, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                    throw new AssertionError("did not come true");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
