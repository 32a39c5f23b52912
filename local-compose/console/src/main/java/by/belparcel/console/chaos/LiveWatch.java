package by.belparcel.console.chaos;

import by.belparcel.console.ApiClient;
import by.belparcel.console.LocalTokens;
import by.belparcel.console.RunningSystem;
import by.belparcel.console.live.LiveClient;
import by.belparcel.console.live.MapView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Clients of the live map through the whole run. Again and again the database's newest positions are noted, and every client
 * has to have them, or newer ones, within the time that a killed socket process may cost; none may ever go back.
 */
final class LiveWatch implements AutoCloseable {

    /** More than one process takes, so that there are two. */
    static final int CLIENTS = 120;

    /** The edge gives a user five sockets. */
    private static final int PER_USER = 5;

    private static final Duration CATCH_UP = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    private static final String NEWEST = "select trip_id, seq from tracking.carrier_locations";

    private final List<LiveClient> clients = new ArrayList<>();
    private final List<Violation> found = new CopyOnWriteArrayList<>();
    private final Target target;
    private final Thread watcher;
    private volatile boolean open = true;
    private volatile int rounds;

    LiveWatch(Target target) {
        this.target = target;
        RunningSystem system = target.system();
        LocalTokens tokens = new LocalTokens(system);
        for (int number = 0; number < CLIENTS; number++) {
            String token = tokens.issue("operator", "chaos-watcher-" + number / PER_USER, Map.of());
            clients.add(new LiveClient(system, new ApiClient(system.address(), token), frame -> {}));
        }
        this.watcher = Thread.ofVirtual().name("chaos-live-watch").start(this::watch);
    }

    /** What the clients missed or saw going back. */
    List<Violation> violations() {
        for (LiveClient client : clients) {
            client.view()
                    .backwards()
                    .forEach(what ->
                            found.add(new Violation(Violation.Kind.DISORDERED, "I10", "a marker went back: " + what)));
        }
        long alone = clients.stream().filter(client -> client.connects() == 0).count();
        if (alone > 0 || rounds == 0) {
            found.add(new Violation(
                    Violation.Kind.LOST, "I10", alone + " clients never got a socket; compared " + rounds + " times"));
        }
        return List.copyOf(found);
    }

    void tell(Consumer<String> progress) {
        progress.accept(clients.size() + " clients of the live map, connected "
                + clients.stream().mapToInt(LiveClient::connects).sum() + " times, caught up "
                + rounds + " times, whole picture again "
                + clients.stream().mapToInt(LiveClient::resyncs).sum() + " times");
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        watcher.interrupt();
        watcher.join();
        for (LiveClient client : clients) {
            client.close();
        }
    }

    private void watch() {
        try {
            while (open) {
                Map<String, Long> wanted = newest();
                if (!wanted.isEmpty()) {
                    awaitAll(wanted);
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAll(Map<String, Long> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + CATCH_UP.toNanos();
        List<String> behind = behind(wanted);
        while (!behind.isEmpty()) {
            if (System.nanoTime() > deadline) {
                behind.forEach(what -> found.add(new Violation(Violation.Kind.LOST, "I10", what)));
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
            Map<String, Long> now = newest();
            // A trip that has ended meanwhile has no marker, and without the database nobody can be up to date.
            if (now.isEmpty()) {
                deadline = System.nanoTime() + CATCH_UP.toNanos();
            } else {
                wanted.keySet().retainAll(now.keySet());
            }
            behind = behind(wanted);
        }
        if (!wanted.isEmpty()) {
            rounds++;
        }
    }

    private List<String> behind(Map<String, Long> wanted) {
        List<String> behind = new ArrayList<>();
        for (int number = 0; number < clients.size(); number++) {
            Map<String, MapView.Marker> seen = clients.get(number).view().markers();
            for (Map.Entry<String, Long> trip : wanted.entrySet()) {
                MapView.Marker marker = seen.get(trip.getKey());
                if (marker == null || marker.seq() < trip.getValue()) {
                    behind.add("client " + number + " has not got position " + trip.getValue() + " of " + trip.getKey()
                            + " but " + marker);
                }
            }
        }
        return behind;
    }

    /** Empty when the database does not answer. */
    private Map<String, Long> newest() {
        try {
            Map<String, Long> newest = new HashMap<>();
            for (Db.Row row : target.db().rows(NEWEST)) {
                newest.put(row.text("trip_id"), row.number("seq"));
            }
            return newest;
        } catch (Db.DbUnavailable e) {
            return Map.of();
        }
    }
}
