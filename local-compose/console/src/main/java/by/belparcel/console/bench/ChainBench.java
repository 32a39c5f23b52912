package by.belparcel.console.bench;

import by.belparcel.console.ApiClient;
import by.belparcel.console.DemoOrders;
import by.belparcel.console.DemoPlaces;
import by.belparcel.console.LocalTokens;
import by.belparcel.console.Milestones;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Order placed to order confirmed, as a client sees it: from sending {@code POST /orders} to reading CONFIRMED or more. Once with every
 * function at zero, once warm.
 */
final class ChainBench implements Bench {

    private static final int COLD = 7;
    private static final int WARM = 40;
    private static final int WARM_UP = 60;
    /** A client that looks more often takes the processors from the functions that start. */
    private static final long COLD_LOOK_MILLIS = 50;

    private static final long WARM_LOOK_MILLIS = 4;
    private static final long BATCHED_LOOK_MILLIS = 25;
    private static final int PATIENCE_SECONDS = 30;
    private static final int ZERO_SECONDS = 60;

    @Override
    public List<Figure> run(Settings settings) throws IOException, InterruptedException {
        try (OwnSystem own = OwnSystem.start()) {
            String token = new LocalTokens(own.running())
                    .issue("shop", "bench-shop", Map.of("shop_id", List.of(DemoPlaces.SHOP)));
            ApiClient api = new ApiClient(own.running().address(), token);
            Status status = new Status(own.running());
            List<Double> cold = new ArrayList<>();
            for (int i = 0; i < COLD; i++) {
                status.awaitZero(ZERO_SECONDS);
                cold.add(confirmed(api, "cold", i, COLD_LOOK_MILLIS));
            }
            for (int i = 0; i < WARM_UP; i++) {
                confirmed(api, "up", i, WARM_LOOK_MILLIS);
            }
            List<Double> warm = new ArrayList<>();
            for (int i = 0; i < WARM; i++) {
                warm.add(confirmed(api, "warm", i, WARM_LOOK_MILLIS));
            }
            return List.of(
                    Figure.limit("chain from zero, p50", ColdStart.median(cold), "ms", 3_000),
                    Figure.limit("chain warm, p50", ColdStart.median(warm), "ms", 150));
        }
    }

    private static double confirmed(ApiClient api, String run, int number, long lookMillis)
            throws InterruptedException {
        long started = System.nanoTime();
        ApiClient.Answer placed =
                api.post("/orders", "bench-" + run + "-" + number, DemoOrders.order("bench-" + run, number));
        if (placed.status() != 201) {
            throw new IllegalStateException("POST /orders answered " + placed.status() + " " + placed.body());
        }
        String path = "/orders/" + placed.body().path("id").asString();
        while (!Milestones.confirmed(api.get(path).body().path("state").asString())) {
            if (System.nanoTime() - started > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new IllegalStateException(
                        "not confirmed in time: " + api.get(path).body());
            }
            TimeUnit.MILLISECONDS.sleep(lookMillis);
        }
        double millis = (System.nanoTime() - started) / 1e6;
        awaitBatched(api, path);
        return millis;
    }

    /** What follows the confirmation belongs to this order; the next one starts when it is over. */
    private static void awaitBatched(ApiClient api, String path) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!api.get(path).body().path("state").asString().equals("BATCHED")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "not batched in time: " + api.get(path).body());
            }
            TimeUnit.MILLISECONDS.sleep(BATCHED_LOOK_MILLIS);
        }
    }
}
