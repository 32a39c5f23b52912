package by.belparcel.console.bench;

import by.belparcel.console.ApiClient;
import by.belparcel.console.LocalTokens;
import by.belparcel.console.RunningSystem;
import by.belparcel.console.live.LiveClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** A position from the upload to the screen: through gateway, Kafka, filter and feed to a WebSocket client. */
final class LocationsBench implements Bench {

    private static final int CARRIERS = 2_000;
    private static final double USUAL = 1_000 / 30.0;
    private static final double[] RATES = {50, 75, 100, 150, 200, 300};
    private static final double LIMIT_MS = 1_000;
    private static final double TAKEN = 0.99;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 30;
    private static final int WATCHERS = 500;
    private static final int PER_USER = 5;
    private static final int FLAT_SECONDS = 60;
    private static final double FLAT = 1.1;

    @Override
    public List<Figure> run(Settings settings) throws IOException, InterruptedException {
        try (OwnSystem own = OwnSystem.start()) {
            CarrierField field = new CarrierField(own.running(), CARRIERS);
            ConcurrentLinkedQueue<Double> ages = new ConcurrentLinkedQueue<>();
            List<Figure> figures = new ArrayList<>();
            try (LiveClient watcher = watcher(own.running(), 0, field, ages)) {
                load(field, USUAL, WARM_UP_SECONDS, ages);
                double usual = load(field, USUAL, SECONDS, ages);
                figures.add(Figure.limit("positions, 1,000 carriers each 30 s, p95", usual, "ms", LIMIT_MS));
                double best = usual <= LIMIT_MS ? USUAL : 0;
                for (double rate : RATES) {
                    if (load(field, rate, SECONDS, ages) > LIMIT_MS) {
                        break;
                    }
                    best = rate;
                }
                figures.add(
                        Figure.atLeast("positions, most with p95 in 1 s", best, "1/s", "1,000 each 30 s", USUAL, 1));
            }
            figures.add(memory(own.running(), field));
            return figures;
        }
    }

    /** p95 in milliseconds of what was sent at this rate; endless when positions are missing. */
    private static double load(CarrierField field, double rate, int seconds, ConcurrentLinkedQueue<Double> ages)
            throws InterruptedException {
        ages.clear();
        AtomicInteger taken = new AtomicInteger();
        int fixes = (int) (rate * seconds);
        long started = System.nanoTime();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < fixes; i++) {
                LockSupport.parkNanos(started + (long) (i / rate * 1e9) - System.nanoTime());
                int carrier = i % field.size();
                senders.execute(() -> {
                    try {
                        if (field.report(carrier)) {
                            taken.incrementAndGet();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (ages.size() < taken.get() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        List<Double> sorted = ages.stream().sorted().toList();
        System.err.printf(
                "%.0f positions a second: %d sent, %d taken, %d seen%n", rate, fixes, taken.get(), sorted.size());
        return taken.get() < fixes * TAKEN || sorted.size() < fixes * TAKEN
                ? Double.POSITIVE_INFINITY
                : sorted.get((int) (sorted.size() * 0.95));
    }

    /** Resident memory of all socket processes with 500 clients, at the begin and at the end of a minute of positions. */
    private static Figure memory(RunningSystem system, CarrierField field) throws IOException, InterruptedException {
        List<LiveClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < WATCHERS; i++) {
                clients.add(watcher(system, i, field, new ConcurrentLinkedQueue<>()));
            }
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (clients.stream().anyMatch(client -> client.connects() == 0)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("not all clients got a socket");
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            load(field, USUAL, SECONDS, new ConcurrentLinkedQueue<>());
            double before = resident(system);
            load(field, USUAL, FLAT_SECONDS, new ConcurrentLinkedQueue<>());
            return Figure.atMost("socket memory, 500 clients", resident(system), "MB", "a minute before", before, FLAT);
        } finally {
            for (LiveClient client : clients) {
                client.close();
            }
        }
    }

    private static LiveClient watcher(
            RunningSystem system, int number, CarrierField field, ConcurrentLinkedQueue<Double> ages) {
        String token = new LocalTokens(system).issue("operator", "bench-watcher-" + number / PER_USER, Map.of());
        return new LiveClient(system, new ApiClient(system.address(), token), frame -> age(frame, field, ages));
    }

    private static void age(JsonNode frame, CarrierField field, ConcurrentLinkedQueue<Double> ages) {
        if (frame.path("type").asString().equals("position")) {
            double age = field.age(
                    frame.path("trip_id").asString(), frame.path("device_time").asString());
            if (age >= 0) {
                ages.add(age);
            }
        }
    }

    private static double resident(RunningSystem system) throws IOException, InterruptedException {
        double sum = 0;
        for (JsonNode process : new Status(system).read().path("processes")) {
            if (process.path("name").asString().startsWith("tracking-stream")) {
                sum += MemoryBench.megabytes(process.path("pid").asLong(), "VmRSS");
            }
        }
        return sum;
    }
}
