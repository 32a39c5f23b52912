package by.belparcel.batching.application;

import by.belparcel.batching.model.Limits;
import by.belparcel.batching.model.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What grouping an order needs to know.
 *
 * @param hubs the open ones
 * @param limits closing rules of the origin
 */
public record Surroundings(@Nullable Place origin, @Nullable Place pvz, List<Place> hubs, Limits limits) {

    public Surroundings {
        hubs = List.copyOf(hubs);
    }
}
