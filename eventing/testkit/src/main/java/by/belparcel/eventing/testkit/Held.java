package by.belparcel.eventing.testkit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Stops work after the handler and before the commit, so that a test can cancel it there. */
final class Held {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final CountDownLatch reached = new CountDownLatch(1);

    /** Waits for the work, then never goes on. */
    <T> Mono<T> after(Mono<T> work) {
        return work.flatMap(done -> {
            reached.countDown();
            return Mono.<T>never();
        });
    }

    /** Cancels the call when the handler has finished, and waits until the connection is back. */
    void cancelThere(Mono<?> call, TestDatabase database) {
        Disposable running = call.subscribe(answer -> {}, error -> {});
        try {
            if (!reached.await(FunctionHarness.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the handler was not reached");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            running.dispose();
        }
        await(() -> database.borrowedConnections() == 0, "a connection leaked");
    }

    static void await(BooleanSupplier condition, String otherwise) {
        long deadline = System.nanoTime() + FunctionHarness.PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(otherwise);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
