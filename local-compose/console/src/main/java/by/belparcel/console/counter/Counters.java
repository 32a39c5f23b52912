package by.belparcel.console.counter;

import by.belparcel.console.ApiClient;
import by.belparcel.console.LocalTokens;
import by.belparcel.console.Pages;
import by.belparcel.console.RunningSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** All pick-up points at work: they receive what carriers bring, and each order meets its fate. */
public final class Counters implements Runnable {

    private static final long LOOK_MILLIS = 1_000;
    private static final int AT_ONCE = 8;

    private final RunningSystem system;
    private final ApiClient admin;
    private final LocalTokens tokens;
    private final Recipient recipient;
    private final Book book;
    private final Consumer<String> trouble;
    private final BooleanSupplier open;
    private final Map<String, Counter> points = new ConcurrentHashMap<>();
    private final Map<String, Counter> pointOfOrder = new ConcurrentHashMap<>();
    private final Map<String, Step> steps = new ConcurrentHashMap<>();
    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private final Semaphore room = new Semaphore(AT_ONCE);

    /** What the demonstration knows of its orders. */
    public interface Book {

        /** Empty for an order of somebody else. */
        Optional<Fate> fate(String order);

        /** The state that was last seen. */
        String state(String order);
    }

    /** How far an order is at the counter; BUSY while somebody serves it. */
    private enum Step {
        STORED,
        BUSY,
        ISSUED,
        DONE
    }

    /** One of the two things that make somebody act. */
    private interface Deed {
        boolean done() throws InterruptedException;
    }

    public Counters(RunningSystem system, ApiClient admin, Book book, Consumer<String> trouble, BooleanSupplier open) {
        this.system = system;
        this.admin = admin;
        this.tokens = new LocalTokens(system);
        this.recipient = new Recipient(system);
        this.book = book;
        this.trouble = trouble;
        this.open = open;
    }

    @Override
    public void run() {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            while (open.getAsBoolean()) {
                receive();
                for (String order : steps.keySet()) {
                    serve(order, people);
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            trouble.accept("the counters: " + e);
        }
    }

    private void receive() throws InterruptedException {
        for (JsonNode batch : Pages.all(admin, "/batches?state=DELIVERED&limit=100")) {
            String id = batch.path("id").asString();
            if (!received.contains(id)) {
                List<String> orders = travelled(id);
                Counter point = point(batch.path("key").path("dest_id").asString());
                if (!orders.isEmpty()
                        && point.receive(id, orders, order -> book.fate(order).orElse(Fate.COLLECTED))) {
                    received.add(id);
                    // What came along of somebody else stays on the shelf.
                    for (String order : orders) {
                        if (book.fate(order).isPresent()) {
                            pointOfOrder.put(order, point);
                            steps.put(order, Step.STORED);
                        }
                    }
                }
            }
        }
    }

    /** The orders that travelled in the batch; none when it holds nothing of this demonstration. */
    private List<String> travelled(String batch) throws InterruptedException {
        List<String> orders = new ArrayList<>();
        for (JsonNode line : admin.get("/batches/" + batch).body().path("orders")) {
            if (line.path("active").asBoolean() && !line.path("missing").asBoolean()) {
                orders.add(line.path("order_id").asString());
            }
        }
        return orders.stream().anyMatch(order -> book.fate(order).isPresent()) ? orders : List.of();
    }

    private Counter point(String id) {
        return points.computeIfAbsent(
                id,
                pvz -> new Counter(
                        new ApiClient(
                                system.address(),
                                tokens.issue("pvz_worker", "worker-" + pvz, Map.of("pvz_id", List.of(pvz)))),
                        trouble));
    }

    private void serve(String order, ExecutorService people) {
        Fate fate = book.fate(order).orElse(Fate.COLLECTED);
        Counter point = Objects.requireNonNull(pointOfOrder.get(order));
        String state = book.state(order);
        Step step = steps.get(order);
        if (step == Step.STORED && fate == Fate.UNCLAIMED && state.equals("OVERDUE")) {
            begin(order, people, Step.DONE, () -> point.handToCourier(order));
        } else if (step == Step.STORED && fate != Fate.UNCLAIMED && state.equals("READY")) {
            begin(order, people, fate == Fate.BROUGHT_BACK ? Step.ISSUED : Step.DONE, () -> collect(order, point));
        } else if (step == Step.ISSUED && state.equals("ISSUED")) {
            begin(order, people, Step.DONE, () -> point.takeBack(order));
        }
    }

    private boolean collect(String order, Counter point) throws InterruptedException {
        Optional<String> code = recipient.code(order);
        return code.isPresent() && point.issue(order, code.get());
    }

    private void begin(String order, ExecutorService people, Step after, Deed deed) {
        Step before = Objects.requireNonNull(steps.put(order, Step.BUSY));
        people.execute(() -> {
            boolean done = false;
            try {
                room.acquire();
                try {
                    done = deed.done();
                } finally {
                    room.release();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                steps.put(order, done ? after : before);
            }
        });
    }
}
