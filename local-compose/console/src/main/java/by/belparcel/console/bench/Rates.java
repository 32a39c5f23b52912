package by.belparcel.console.bench;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** How often a second something can be done. */
final class Rates {

    private Rates() {}

    /**
     * Calls a second by all clients together.
     *
     * @param work makes the call of a client
     */
    static double of(int clients, int seconds, IntFunction<Callable<?>> work) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService workers = Executors.newFixedThreadPool(clients)) {
            List<Callable<Long>> loops = IntStream.range(0, clients)
                    .mapToObj(client -> (Callable<Long>) () -> {
                        Callable<?> call = work.apply(client);
                        long done = 0;
                        while (System.nanoTime() < end) {
                            call.call();
                            done++;
                        }
                        return done;
                    })
                    .toList();
            long calls = 0;
            for (Future<Long> loop : workers.invokeAll(loops)) {
                calls += loop.get();
            }
            return (double) calls / seconds;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
