package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Carrier;
import by.belparcel.eventing.handling.Principal;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A carrier as reference data, as its readers see it.
 *
 * @param phone absent for those who do not speak with drivers
 * @param version what {@code expected_version} and {@code If-Match} mean
 */
public record CarrierView(
        String id,
        String code,
        String name,
        String nameBe,
        @Nullable String phone,
        VehicleView vehicle,
        List<String> skills,
        @JsonProperty("is_active") boolean active,
        String homeWarehouse,
        int maxParallelTrips,
        int timeScale,
        long version) {

    private static final Set<String> SPEAK_WITH_DRIVERS = Set.of("operator", "moderator", "admin", "agent", "carrier");

    static CarrierView of(Carrier c, Principal reader) {
        return new CarrierView(
                c.id(),
                c.code(),
                c.name(),
                c.nameBe(),
                reader.roles().stream().anyMatch(SPEAK_WITH_DRIVERS::contains) ? c.phone() : null,
                VehicleView.of(c.vehicle()),
                c.skills(),
                c.active(),
                c.homeWarehouse(),
                c.maxParallelTrips(),
                c.timeScale(),
                c.editVersion());
    }
}
