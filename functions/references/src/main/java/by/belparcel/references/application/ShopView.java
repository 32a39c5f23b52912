package by.belparcel.references.application;

import by.belparcel.references.model.Shop;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A shop as its readers see it. */
public record ShopView(
        String id,
        String code,
        String name,
        String locale,
        @JsonProperty("is_active") boolean active,
        long version) {

    public static ShopView of(Shop s) {
        return new ShopView(s.id(), s.code(), s.name(), s.locale(), s.active(), s.version());
    }
}
