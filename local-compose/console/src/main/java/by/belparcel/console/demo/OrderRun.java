package by.belparcel.console.demo;

import by.belparcel.console.ApiClient;
import by.belparcel.console.DemoOrders;
import by.belparcel.console.Pages;
import by.belparcel.console.counter.Counters;
import by.belparcel.console.counter.Fate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A number of orders on their way, followed until each has met its fate, is cancelled, or the time is up. */
final class OrderRun implements Counters.Book {

    private static final int AT_ONCE = 8;
    private static final long ROUND_MILLIS = 1_000;
    private static final Set<String> WAITING = Set.of("CREATED", "AUTHORIZED");
    private static final Set<String> ON_THE_WAY =
            Set.of("CREATED", "AUTHORIZED", "CONFIRMED", "BATCHED", "IN_TRANSIT", "AT_HUB");
    private static final Set<String> GONE = Set.of("CANCELLED", "REFUSED");

    private final ApiClient api;
    private final DemoMap map;
    private final int orders;
    private final long deadlineNanos;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String since =
            Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS).toString();
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final AtomicLong arrivedNanos = new AtomicLong();
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
        progress.accept("placed " + numbers.size() + " of " + orders + lastProblem.get());
    }

    /** Looks until every order has arrived, the time of the run is up, or it is no longer wanted. */
    void follow(Consumer<String> progress, BooleanSupplier wanted) throws InterruptedException {
        String shown = "";
        while (!finished() && wanted.getAsBoolean() && System.nanoTime() < deadlineNanos) {
            look();
            if (states.values().stream().noneMatch(ON_THE_WAY::contains)) {
                arrivedNanos.compareAndSet(0, System.nanoTime());
            }
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

    /** When the last order had arrived at its pick-up point, by the clock of {@link System#nanoTime}; empty while one has not. */
    OptionalLong arrivedNanos() {
        long nanos = arrivedNanos.get();
        return nanos == 0 ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    /** Ids of the orders that were taken. */
    Set<String> ids() {
        return Set.copyOf(numbers.keySet());
    }

    /** No order is still on its way to CONFIRMED. */
    boolean allConfirmed() {
        return states.size() == orders && states.values().stream().noneMatch(WAITING::contains);
    }

    boolean finished() {
        return states.size() == orders
                && states.entrySet().stream().allMatch(order -> ended(order.getKey(), order.getValue()));
    }

    @Override
    public Optional<Fate> fate(String order) {
        return Optional.ofNullable(numbers.get(order)).map(Fate::of);
    }

    @Override
    public String state(String order) {
        return states.getOrDefault(order, "UNKNOWN");
    }

    /** Orders that ended as they should. */
    long ended() {
        return states.entrySet().stream()
                .filter(order -> fate(order.getKey())
                        .map(Fate::orderState)
                        .filter(order.getValue()::equals)
                        .isPresent())
                .count();
    }

    private boolean ended(String order, String state) {
        return GONE.contains(state)
                || fate(order).map(Fate::orderState).filter(state::equals).isPresent();
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
            numbers.put(id, number);
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
