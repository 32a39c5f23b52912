package by.belparcel.console;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A number of orders on their way, each followed until it is confirmed, cancelled or the time is up. */
final class OrderRun {

    private static final int AT_ONCE = 8;
    private static final long ROUND_MILLIS = 250;

    private final ApiClient api;
    private final int orders;
    private final long deadlineNanos;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Map<Integer, String> ids = new ConcurrentHashMap<>();
    private final Map<Integer, String> states = new ConcurrentHashMap<>();
    private final AtomicReference<String> lastProblem = new AtomicReference<>("");

    OrderRun(ApiClient api, int orders, long deadlineNanos) {
        this.api = api;
        this.orders = orders;
        this.deadlineNanos = deadlineNanos;
    }

    void place(Consumer<String> progress) throws InterruptedException {
        inParallel(this::place);
        progress.accept("placed " + ids.size() + " of " + orders + lastProblem.get());
    }

    /** Looks until every order has arrived or the time of the whole run is up. */
    void follow(Consumer<String> progress) throws InterruptedException {
        followUntil(progress, deadlineNanos);
    }

    /** The same, for some time at most. */
    void follow(Consumer<String> progress, Duration atMost) throws InterruptedException {
        followUntil(progress, Math.min(deadlineNanos, System.nanoTime() + atMost.toNanos()));
    }

    private void followUntil(Consumer<String> progress, long end) throws InterruptedException {
        while (!finished() && System.nanoTime() < end) {
            long before = confirmed();
            inParallel(this::look);
            if (confirmed() != before) {
                progress.accept(byState().toString());
            }
            TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
        }
    }

    /** State to number of orders; UNKNOWN = placed without an answer that says so. */
    Map<String, Integer> byState() {
        return states.values().stream().collect(Collectors.groupingBy(s -> s, Collectors.summingInt(s -> 1)));
    }

    private void place(int number) throws InterruptedException {
        ApiClient.Answer answer = api.post(
                "/orders", run + "-" + number, DemoOrders.order(run, number), () -> System.nanoTime() < deadlineNanos);
        if (answer.status() == 201) {
            ids.put(number, answer.body().path("id").asString());
            states.put(number, "CREATED");
        } else {
            states.put(number, answer.status() < 500 && answer.status() > 0 ? "REFUSED" : "UNKNOWN");
            lastProblem.set(" (" + answer.status() + " " + answer.body() + ")");
        }
    }

    private void look(int number) throws InterruptedException {
        String id = ids.get(number);
        if (id != null && !isFinal(states.getOrDefault(number, ""))) {
            ApiClient.Answer answer = api.get("/orders/" + id);
            if (answer.status() == 200) {
                states.put(number, answer.body().path("state").asString());
            }
        }
    }

    private boolean finished() {
        return ids.keySet().stream().allMatch(number -> isFinal(states.getOrDefault(number, "")));
    }

    private long confirmed() {
        return states.values().stream().filter(OrderRun::isFinal).count();
    }

    private static boolean isFinal(String state) {
        return state.equals("CONFIRMED") || state.equals("CANCELLED");
    }

    private interface Step {
        void run(int number) throws InterruptedException;
    }

    private void inParallel(Step step) throws InterruptedException {
        Semaphore room = new Semaphore(AT_ONCE);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < orders; number++) {
                room.acquire();
                int current = number;
                workers.execute(() -> {
                    try {
                        step.run(current);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        room.release();
                    }
                });
            }
        }
    }
}
