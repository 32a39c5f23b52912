package by.belparcel.trips.application.driving;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operator wants the open stops in this order. @param stops their numbers */
public record Resequence(List<Integer> stops, @Nullable Long expectedVersion) {

    public Resequence {
        stops = List.copyOf(stops);
    }
}
