package by.belparcel.references.application;

import by.belparcel.references.model.Warehouse;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A warehouse as its readers see it. */
public record WarehouseView(
        String id,
        String code,
        String name,
        String nameBe,
        String address,
        String addressBe,
        double lat,
        double lng,
        List<String> cutoffs,
        String timezone,
        @JsonProperty("is_active") boolean active,
        long version) {

    public static WarehouseView of(Warehouse w) {
        return new WarehouseView(
                w.id(),
                w.code(),
                w.place().nameRu(),
                w.place().nameBe(),
                w.place().addressRu(),
                w.place().addressBe(),
                w.place().lat(),
                w.place().lng(),
                w.cutoffs(),
                w.timezone(),
                w.active(),
                w.version());
    }
}
