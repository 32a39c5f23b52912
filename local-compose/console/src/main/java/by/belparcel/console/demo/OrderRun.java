package by.belparcel.console.demo;

import by.belparcel.console.ApiClient;
import by.belparcel.console.DemoOrders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A number of orders on their way, followed until each lies at its pick-up point, is cancelled, or the time is up. */
final class OrderRun {

    private static final int AT_ONCE = 8;
    private static final long ROUND_MILLIS = 1_000;
    private static final Set<String> WAITING = Set.of("CREATED", "AUTHORIZED");
    private static final Set<String> FINAL = Set.of("AT_PVZ", "CANCELLED", "REFUSED");

    private final ApiClient api;
    private final DemoMap map;
    private final int orders;
    private final long deadlineNanos;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String since =
            Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS).toString();
    private final Map<Integer, String> ids = new ConcurrentHashMap<>();
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final AtomicReference<String> lastProblem = new AtomicReference<>("");

    OrderRun(ApiClient api, DemoMap map, int orders, long deadlineNanos) {
        this.api = api;
        this.map = map;
        this.orders = orders;
        this.deadlineNanos = deadlineNanos;
    }

    void place(Consumer<String> progress) throws InterruptedException {
        Semaphore room = new Semaphore(AT_ONCE);
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < orders; number++) {
                room.acquire();
                int current = number;
                workers.execute(() -> {
                    try {
                        place(current);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        room.release();
                    }
                });
            }
        }
        progress.accept("placed " + ids.size() + " of " + orders + lastProblem.get());
    }

    /** Looks until every order has arrived, the time of the run is up, or it is no longer wanted. */
    void follow(Consumer<String> progress, BooleanSupplier wanted) throws InterruptedException {
        String shown = "";
        while (!finished() && wanted.getAsBoolean() && System.nanoTime() < deadlineNanos) {
            look();
            String now = byState().toString();
            if (!now.equals(shown)) {
                progress.accept(now);
                shown = now;
            }
            TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
        }
    }

    /** State to number of orders; UNKNOWN = placed without an answer that says so. */
    Map<String, Integer> byState() {
        return states.values().stream().collect(Collectors.groupingBy(s -> s, Collectors.summingInt(s -> 1)));
    }

    /** Ids of the orders that were taken. */
    Set<String> ids() {
        return Set.copyOf(ids.values());
    }

    /** No order is still on its way to CONFIRMED. */
    boolean allConfirmed() {
        return states.size() == orders && states.values().stream().noneMatch(WAITING::contains);
    }

    boolean finished() {
        return states.size() == orders && FINAL.containsAll(states.values());
    }

    private void place(int number) throws InterruptedException {
        Lane lane = map.lane(number);
        ApiClient.Answer answer = api.post(
                "/orders",
                run + "-" + number,
                DemoOrders.order(run, number, lane.warehouseId(), lane.pvzId()),
                () -> System.nanoTime() < deadlineNanos);
        if (answer.status() == 201) {
            String id = answer.body().path("id").asString();
            ids.put(number, id);
            states.put(id, "CREATED");
        } else {
            states.put(run + "-" + number, answer.status() < 500 && answer.status() > 0 ? "REFUSED" : "UNKNOWN");
            lastProblem.set(" (" + answer.status() + " " + answer.body() + ")");
        }
    }

    private void look() throws InterruptedException {
        for (JsonNode order : Pages.all(api, "/orders?limit=100&created_from=" + since)) {
            states.computeIfPresent(
                    order.path("id").asString(),
                    (id, state) -> order.path("state").asString());
        }
    }
}
