package by.belparcel.console.bench;

import by.belparcel.console.ApiClient;
import by.belparcel.console.LocalTokens;
import by.belparcel.console.RunningSystem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Many carriers on their way. Only what tracking knows of them is written, straight into its tables: a bench of positions
 * would otherwise spend its time on making a thousand trips.
 */
final class CarrierField {

    private static final String FIXTURE = """
            with n as (select generate_series(1, ?) as i),
            carriers as (insert into tracking.carrier (carrier_id, kind) select 'bench-carrier-' || i, 'VAN_S' from n),
            trips as (insert into tracking.trip (trip_id, number, state, carrier_id, started_at)
                select 'bench-trip-' || i, 'T-' || i, 'IN_TRANSIT', 'bench-carrier-' || i, now() - interval '1 minute' from n)
            insert into tracking.trip_carrier (carrier_id, trip_id, from_at)
                select 'bench-carrier-' || i, 'bench-trip-' || i, now() - interval '1 minute' from n""";

    private static final double SOUTH = 52.0;
    private static final double NORTH = 55.0;
    private static final double STEP = 0.0012;

    private final List<Vehicle> vehicles = new ArrayList<>();
    private final Map<String, Long> sent = new ConcurrentHashMap<>();

    private static final class Vehicle {
        final String trip;
        final ApiClient api;
        final double lat;
        long seq;

        Vehicle(String trip, ApiClient api, double lat) {
            this.trip = trip;
            this.api = api;
            this.lat = lat;
        }
    }

    CarrierField(RunningSystem system, int carriers) {
        write(system, carriers);
        LocalTokens tokens = new LocalTokens(system);
        for (int i = 1; i <= carriers; i++) {
            String id = "bench-carrier-" + i;
            String token = tokens.issue("carrier", id, Map.of("carrier_id", List.of(id)));
            vehicles.add(new Vehicle(
                    "bench-trip-" + i,
                    new ApiClient(system.address(), token),
                    SOUTH + (NORTH - SOUTH) * i / (carriers + 1)));
        }
    }

    int size() {
        return vehicles.size();
    }

    /** The next position of a carrier; returns whether it was taken. */
    boolean report(int number) throws InterruptedException {
        Vehicle vehicle = vehicles.get(number);
        long seq = ++vehicle.seq;
        String at = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        sent.put(vehicle.trip + " " + Instant.parse(at), System.nanoTime());
        String body = String.format(
                Locale.ROOT,
                "{\"fixes\": [{\"lat\": %.6f, \"lng\": %.6f, \"accuracy_m\": 8, \"device_time\": \"%s\", \"seq\": %d}]}",
                vehicle.lat,
                27 + seq % 500 * STEP,
                at,
                seq);
        return vehicle.api.send("/carrier/locations", body).status() == 202;
    }

    /** Milliseconds since it was sent; negative for one that this field did not send. */
    double age(String trip, String deviceTime) {
        Long nanos = sent.get(trip + " " + Instant.parse(deviceTime));
        return nanos == null ? -1 : (System.nanoTime() - nanos) / 1e6;
    }

    private static void write(RunningSystem system, int carriers) {
        java.net.URI dsn = java.net.URI.create(system.dbDsn());
        String[] login = dsn.getUserInfo().split(":", 2);
        String url = "jdbc:postgresql://" + dsn.getHost() + ":" + dsn.getPort() + dsn.getPath();
        try (Connection connection = DriverManager.getConnection(url, login[0], login[1]);
                PreparedStatement statement = connection.prepareStatement(FIXTURE)) {
            statement.setInt(1, carriers);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
