package by.belparcel.runner.serving;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The end of a chain of futures: what its last step throws is logged, because nobody else would see it. */
final class After {

    private static final System.Logger LOG = System.getLogger(After.class.getName());

    private After() {}

    static <T> void both(
            CompletableFuture<T> future, BiConsumer<? super @Nullable T, ? super @Nullable Throwable> action) {
        @SuppressWarnings("unused")
        var end = future.whenComplete((result, failure) -> {
            try {
                action.accept(result, failure);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "after a future", e);
            }
        });
    }
}
