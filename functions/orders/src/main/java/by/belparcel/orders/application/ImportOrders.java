package by.belparcel.orders.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Many orders at once.
 *
 * @param rows each as the body of {@code POST /orders}, not yet validated
 */
public record ImportOrders(@Nullable String shopId, List<JsonNode> rows) {

    public ImportOrders {
        rows = List.copyOf(rows);
    }

    @Override
    public String toString() {
        return "ImportOrders[" + rows.size() + " rows]";
    }
}
