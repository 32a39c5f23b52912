package by.belparcel.console.bench;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What an idle system costs: the life of all function processes over whole minutes, and whether all of them end. */
final class IdleBench implements Bench {

    private static final int MINUTES = 2;
    private static final long LOOK_MILLIS = 50;
    private static final int ZERO_SECONDS = 90;

    @Override
    public List<Figure> run(Settings settings) throws IOException, InterruptedException {
        try (OwnSystem own = OwnSystem.start()) {
            Status status = new Status(own.running());
            awaitTick(status);
            status.awaitZero(ZERO_SECONDS);
            Map<Long, Long> lives = new HashMap<>();
            long started = System.nanoTime();
            long end = started + TimeUnit.MINUTES.toNanos(MINUTES);
            int mostBetween = 0;
            long last = started;
            while (System.nanoTime() < end) {
                Set<Long> alive = new HashSet<>(status.functions());
                long now = System.nanoTime();
                for (Long pid : alive) {
                    lives.merge(pid, now - last, Long::sum);
                }
                long second = TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis()) % 60;
                if (second > 30 && second < 58) {
                    mostBetween = Math.max(mostBetween, alive.size());
                }
                last = now;
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            double seconds = lives.values().stream().mapToLong(v -> v).sum() / 1e9 / MINUTES;
            return List.of(
                    Figure.limit("idle, ticks a minute", seconds, "process-s", 10),
                    Figure.limit("idle, between ticks", mostBetween, "processes", 0));
        }
    }

    private static void awaitTick(Status status) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (status.functions().isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}
