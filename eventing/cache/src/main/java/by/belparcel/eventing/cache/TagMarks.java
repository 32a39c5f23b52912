package by.belparcel.eventing.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When each tag was last invalidated in this process, as numbers that only grow. An answer is good while all its tags were
 * invalidated before its source was asked; this also catches a load that was under way.
 */
final class TagMarks {

    private static final int MOST = 100_000;

    private record Mark(long number, long heldUntil, boolean held) {}

    private final LongSupplier nanos;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong floor = new AtomicLong();
    private final com.github.benmanes.caffeine.cache.Cache<String, Mark> marks;

    TagMarks(LongSupplier nanos) {
        this.nanos = nanos;
        this.marks = Caffeine.newBuilder()
                .maximumSize(MOST)
                .executor(Runnable::run)
                .evictionListener(this::forgotten)
                .build();
    }

    /** The number of this moment. */
    long now() {
        return numbers.incrementAndGet();
    }

    void invalidate(Set<String> tags) {
        tags.forEach(tag -> marks.asMap()
                .compute(
                        tag,
                        (any, old) -> old == null
                                ? new Mark(now(), 0, false)
                                : new Mark(now(), old.heldUntil(), old.held())));
    }

    void hold(Set<String> tags, long duration) {
        long until = nanos.getAsLong() + duration;
        tags.forEach(tag -> marks.asMap().compute(tag, (any, old) -> new Mark(now(), until, true)));
    }

    boolean held(Set<String> tags) {
        long now = nanos.getAsLong();
        return tags.stream()
                .map(marks::getIfPresent)
                .anyMatch(mark -> mark != null && mark.held() && now - mark.heldUntil() < 0);
    }

    boolean untouchedSince(long begun, Set<String> tags) {
        return begun > floor.get()
                && tags.stream().map(marks::getIfPresent).noneMatch(mark -> mark != null && mark.number() > begun);
    }

    /** A mark that is dropped for want of room takes with it everything that is older. */
    private void forgotten(@Nullable String tag, @Nullable Mark mark, RemovalCause cause) {
        if (mark != null) {
            floor.accumulateAndGet(mark.number(), Math::max);
        }
    }
}
