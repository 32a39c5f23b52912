package by.belparcel.orders.application;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the body of {@code POST /orders/import}: {@code {"shop_id"?, "orders": [..]}} with 1 to 1 000 orders. */
public final class ImportOrdersReader implements CommandReader<ImportOrders> {

    private static final int MAX_ROWS = 1_000;

    @Override
    public ImportOrders read(Input body, RequestParameters parameters) {
        Optional<String> shopId = body.optionalUuid("shop_id");
        Optional<JsonNode> rows = body.raw("orders");
        if (rows.isEmpty()) {
            body.reject("orders", "REQUIRED", "is required", null, null);
            return new ImportOrders(shopId.orElse(null), List.of());
        }
        JsonNode list = rows.get();
        if (!list.isArray() || list.isEmpty() || list.size() > MAX_ROWS) {
            body.reject("orders", "SIZE", "must be a list of 1 to 1000 orders", "1.." + MAX_ROWS, list.size());
            return new ImportOrders(shopId.orElse(null), List.of());
        }
        return new ImportOrders(shopId.orElse(null), list.valueStream().toList());
    }
}
