package by.belparcel.console.chaos;

import by.belparcel.console.RunningSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Eight clients that place and cancel the planned orders at the pace they are given. */
final class Load {

    static final int CLIENTS = 8;

    private final ConcurrentLinkedQueue<Plan.Order> todo;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Load(RunningSystem system, Plan plan, String run, Pace pace, History history) {
        this.todo = new ConcurrentLinkedQueue<>(plan.orders());
        BlockingQueue<LoadClient.Later> later = new LinkedBlockingQueue<>();
        for (int number = 0; number < CLIENTS; number++) {
            Api api = Api.shop(system, subject(number));
            LoadClient client = new LoadClient(number, run, api, history, later);
            threads.add(Thread.ofVirtual().name("chaos-client-" + number).unstarted(() -> drive(client, pace)));
        }
    }

    static String subject(int client) {
        return "chaos-client-" + client;
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Waits until every order was placed and every cancellation sent. */
    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("a client of the load failed", failed);
        }
    }

    private void drive(LoadClient client, Pace pace) {
        try {
            while (!todo.isEmpty()) {
                pace.await();
                Plan.Order order = todo.poll();
                if (order == null) {
                    break;
                }
                client.live(order);
            }
            pace.all();
            client.rest();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }
}
