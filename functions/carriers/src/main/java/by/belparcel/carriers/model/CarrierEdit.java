package by.belparcel.carriers.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an editor wants to be different; null = as it is. */
public record CarrierEdit(
        @Nullable Boolean active,
        @Nullable List<String> skills,
        @Nullable Integer maxParallelTrips,
        @Nullable Integer timeScale,
        @Nullable VehicleEdit vehicle) {

    /** Parts of a vehicle that change; null = as it is. */
    public record VehicleEdit(
            @Nullable String plate,
            @Nullable VehicleType type,
            @Nullable Long payloadG,
            @Nullable Long volumeCm3,
            @Nullable Integer slots) {

        Vehicle of(Vehicle v) {
            return new Vehicle(
                    or(plate, v.plate()),
                    or(type, v.type()),
                    or(payloadG, v.payloadG()),
                    or(volumeCm3, v.volumeCm3()),
                    or(slots, v.slots()));
        }
    }

    public Carrier of(Carrier c) {
        return new Carrier(
                c.id(),
                c.code(),
                c.name(),
                c.nameBe(),
                c.phone(),
                vehicle == null ? c.vehicle() : vehicle.of(c.vehicle()),
                or(skills, c.skills()),
                c.homeWarehouse(),
                or(maxParallelTrips, c.maxParallelTrips()),
                or(timeScale, c.timeScale()),
                or(active, c.active()),
                c.version(),
                c.editVersion());
    }

    /** Whether it touches what only an administrator decides: activity, skills, simulated time. */
    public boolean isMoreThanLimits() {
        return active != null || skills != null || timeScale != null;
    }

    private static <T> T or(@Nullable T wanted, T present) {
        return wanted == null ? present : wanted;
    }
}
