package by.belparcel.trips.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.kernel.EtaQuality;
import by.belparcel.kernel.GeoPoint;
import by.belparcel.kernel.PlanQuality;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.model.Attention;
import by.belparcel.trips.model.Plan;
import by.belparcel.trips.model.Progress;
import by.belparcel.trips.model.Stop;
import by.belparcel.trips.model.TripBatch;
import by.belparcel.trips.model.TripRecord;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Maps rows of {@code trips.trip}. */
final class TripRows {

    static final TypeReference<List<Stop>> STOPS = new TypeReference<>() {};
    private static final TypeReference<List<TripBatch>> BATCHES = new TypeReference<>() {};

    private TripRows() {}

    static TripRecord trip(Readable row) {
        return new TripRecord(
                text(row, "id"),
                text(row, "number"),
                TripState.valueOf(text(row, "state")),
                number(row, "version"),
                text(row, "origin_id"),
                new GeoPoint(degrees(row, "origin_lat"), degrees(row, "origin_lng")),
                Json.mapper().readValue(text(row, "stops"), STOPS),
                Json.mapper().readValue(text(row, "batches"), BATCHES),
                plan(row),
                new Progress(
                        row.get("departed_at", Instant.class),
                        row.get("completed_at", Instant.class),
                        row.get("eta_at", Instant.class),
                        EtaQuality.valueOf(text(row, "eta_quality")),
                        number(row, "late_s")),
                row.get("carrier_id", String.class),
                row.get("assignment_id", String.class),
                attention(row),
                row.get("parent_trip_id", String.class),
                row.get("end_reason", String.class),
                time(row, "created_at"),
                time(row, "updated_at"));
    }

    private static Plan plan(Readable row) {
        return new Plan(
                Objects.requireNonNull(row.get("plan_version", Integer.class)),
                number(row, "distance_m"),
                number(row, "duration_s"),
                text(row, "provider"),
                PlanQuality.valueOf(text(row, "quality")),
                time(row, "planned_departure"));
    }

    private static Attention attention(Readable row) {
        Double lat = row.get("breakdown_lat", Double.class);
        Double lng = row.get("breakdown_lng", Double.class);
        return new Attention(
                flag(row, "needs_manual"),
                row.get("needs_manual_reason", String.class),
                flag(row, "handover_required"),
                point(lat, lng));
    }

    static @Nullable GeoPoint point(@Nullable Double lat, @Nullable Double lng) {
        return lat == null || lng == null ? null : new GeoPoint(lat, lng);
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }

    static Instant time(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class), column);
    }

    static boolean flag(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }

    static double degrees(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Double.class), column);
    }
}
