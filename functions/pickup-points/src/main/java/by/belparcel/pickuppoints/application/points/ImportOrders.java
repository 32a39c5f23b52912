package by.belparcel.pickuppoints.application.points;

import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.pickuppoints.application.counter.AcceptOrder;
import by.belparcel.pickuppoints.application.counter.AcceptOrderReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Many parcels at once.
 *
 * @param rows how many there are; more than may be are not read
 */
public record ImportOrders(
        int rows, List<Row> orders, @Nullable String pvzId) {

    public static final int MOST = 10_000;

    /**
     * One of them.
     *
     * @param no 1-based
     * @param given its {@code order_id} as it stands there
     * @param order null when the row is wrong
     */
    record Row(int no, @Nullable String given, @Nullable AcceptOrder order, List<FieldError> errors) {}

    public ImportOrders {
        orders = List.copyOf(orders);
    }

    public static ImportOrders read(Input body, RequestParameters parameters) {
        String pvzId = body.optionalUuid("pvz_id").orElse(null);
        Optional<JsonNode> list = body.raw("orders");
        if (list.isEmpty() || !list.get().isArray() || list.get().isEmpty()) {
            body.reject("orders", "SIZE", "must be a list of 1 to " + MOST + " parcels", "1.." + MOST, null);
            return new ImportOrders(0, List.of(), pvzId);
        }
        JsonNode array = list.get();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < array.size() && array.size() <= MOST; i++) {
            rows.add(row(i + 1, array.get(i)));
        }
        return new ImportOrders(array.size(), rows, pvzId);
    }

    private static Row row(int no, JsonNode node) {
        if (!node.isObject()) {
            return new Row(no, null, null, List.of(FieldError.of("", "TYPE", "must be an object")));
        }
        Input input = Input.of(node);
        AcceptOrder order = AcceptOrderReader.read(input);
        List<FieldError> errors = input.problems();
        JsonNode given = node.get("order_id");
        String text = given == null || given.isContainer() || given.isNull() ? null : given.asString();
        return new Row(no, text, errors.isEmpty() ? order : null, errors);
    }

    @Override
    public String toString() {
        return "ImportOrders[" + rows + " rows]";
    }
}
