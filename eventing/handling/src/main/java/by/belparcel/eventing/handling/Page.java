package by.belparcel.eventing.handling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list. @param nextCursor opaque, absent on the last page */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }
}
