package by.belparcel.references.application;

import by.belparcel.references.model.PickupPoint;
import by.belparcel.references.model.PvzStatus;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pick-up point as its readers see it. */
public record PickupPointView(
        String id,
        String code,
        String name,
        String nameBe,
        String address,
        String addressBe,
        double lat,
        double lng,
        @JsonProperty("is_hub") boolean hub,
        @Nullable String hubId,
        String hours,
        int capacityParcels,
        int maxParcelG,
        List<String> services,
        PvzStatus status,
        @JsonProperty("is_full") boolean full,
        long version) {

    public static PickupPointView of(PickupPoint p) {
        return new PickupPointView(
                p.id(),
                p.code(),
                p.place().nameRu(),
                p.place().nameBe(),
                p.place().addressRu(),
                p.place().addressBe(),
                p.place().lat(),
                p.place().lng(),
                p.hub(),
                p.hubId(),
                p.hours(),
                p.capacityParcels(),
                p.maxParcelG(),
                p.services(),
                p.status(),
                p.full(),
                p.version());
    }
}
