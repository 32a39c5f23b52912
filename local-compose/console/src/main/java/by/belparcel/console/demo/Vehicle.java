package by.belparcel.console.demo;

import by.belparcel.console.ApiClient;
import by.belparcel.kernel.GeoPoint;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A simulated vehicle: where it is, how fast it goes, and its device that reports positions. */
final class Vehicle {

    /** Speeds and detour of the planner's own estimate (domain delivery.md section 4). */
    private static final double RURAL_MPS = 45 / 3.6;

    private static final double URBAN_MPS = 25 / 3.6;
    private static final double URBAN_METRES = 10_000;
    private static final double DETOUR = 1.3;

    private static final long STEP_MILLIS = 2_000;

    private final ApiClient api;
    private final double speedup;
    private final AtomicLong counter = new AtomicLong(System.currentTimeMillis());
    private GeoPoint at;
    private boolean silent;

    Vehicle(ApiClient api, GeoPoint at, double speedup) {
        this.api = api;
        this.at = at;
        this.speedup = speedup;
    }

    GeoPoint at() {
        return at;
    }

    void silence() {
        silent = true;
    }

    /** Back at a place without being watched. */
    void placeAt(GeoPoint place) {
        at = place;
        silent = false;
    }

    /** @param share how much of the way to go, 0 to 1 */
    void drive(GeoPoint to, double share) throws InterruptedException {
        GeoPoint from = at;
        double metres = from.metresTo(to) * DETOUR;
        double mps = (metres <= URBAN_METRES ? URBAN_MPS : RURAL_MPS) * speedup;
        long millis = (long) (metres * share / mps * 1000);
        for (long gone = Math.min(STEP_MILLIS, millis); ; gone = Math.min(gone + STEP_MILLIS, millis)) {
            TimeUnit.MILLISECONDS.sleep(Math.min(STEP_MILLIS, Math.max(millis, 50)));
            double part = millis == 0 ? share : share * gone / millis;
            at = new GeoPoint(from.lat() + (to.lat() - from.lat()) * part, from.lng() + (to.lng() - from.lng()) * part);
            report(mps / speedup);
            if (gone >= millis) {
                return;
            }
        }
    }

    /** @param seconds of the simulated day */
    void dwell(double seconds) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep((long) (seconds * 1000 / speedup));
    }

    private void report(double mps) throws InterruptedException {
        if (silent) {
            return;
        }
        api.send(
                "/carrier/locations",
                String.format(
                        Locale.ROOT,
                        """
                        {"fixes": [{"lat": %.6f, "lng": %.6f, "accuracy_m": 8, "speed_mps": %.1f, "source": "gps",
                                    "device_time": "%s", "seq": %d, "mock": false}]}""",
                        at.lat(),
                        at.lng(),
                        mps,
                        Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS),
                        counter.incrementAndGet()));
    }
}
