package by.belparcel.eventing.cache;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A source that counts how often it is asked, and answers or fails as it is told. */
final class Source implements Supplier<Mono<Source.Answer>> {

    static final CacheKind<Answer> KIND = new CacheKind<>("answers", 1, Answer.class, java.time.Duration.ofSeconds(60));

    /** What is remembered. */
    record Answer(String text, int number) {}

    private final AtomicInteger asked = new AtomicInteger();
    private volatile @Nullable Mono<Answer> next;

    @Override
    public Mono<Answer> get() {
        int number = asked.incrementAndGet();
        Mono<Answer> told = next;
        return told == null ? Mono.just(new Answer("answer", number)) : told;
    }

    void answers(Mono<Answer> answer) {
        next = answer;
    }

    void answersAgain() {
        next = null;
    }

    int asked() {
        return asked.get();
    }
}
