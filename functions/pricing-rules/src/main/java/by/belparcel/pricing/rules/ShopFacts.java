package by.belparcel.pricing.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What a price may depend on about the shop: its id and the number of its orders in the last 30 days. */
public record ShopFacts(
        @Nullable String id, @JsonProperty("orders_30d") long orders30d) {}
