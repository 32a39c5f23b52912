package by.belparcel.pvzcli.contract;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests of the contract from the values of a deed, as messages and as plain maps for JSON. */
final class Messages {

    private static final List<String> ROW =
            List.of("order_id", "user_id", "storage_until", "package", "weight", "price");

    private Messages() {}

    static DynamicMessage request(Verb verb, Map<String, String> values) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(verb.request());
        Map<String, String> all = new LinkedHashMap<>(verb.implied);
        all.putAll(values);
        all.forEach((name, value) -> {
            if (name.equals("rows")) {
                rows(verb, value)
                        .forEach(row -> message.addRepeatedField(verb.request().findFieldByName("orders"), row));
            } else {
                set(message, verb.request().findFieldByName(name), value);
            }
        });
        return message.build();
    }

    /** Rows {@code id/user/until/package/weight/price} with commas between; an empty cell is a field that is not there. */
    static List<Map<String, String>> cells(String rows) {
        List<Map<String, String>> all = new ArrayList<>();
        for (String row : rows.split(",", -1)) {
            Map<String, String> cells = new LinkedHashMap<>();
            String[] values = row.split("/", -1);
            for (int i = 0; i < values.length; i++) {
                if (!values[i].isEmpty()) {
                    cells.put(ROW.get(i), values[i]);
                }
            }
            all.add(cells);
        }
        return all;
    }

    private static List<Message> rows(Verb verb, String text) {
        FieldDescriptor orders = verb.request().findFieldByName("orders");
        return cells(text).stream()
                .<Message>map(cells -> {
                    DynamicMessage.Builder row = DynamicMessage.newBuilder(orders.getMessageType());
                    cells.forEach(
                            (name, value) -> set(row, orders.getMessageType().findFieldByName(name), value));
                    return row.build();
                })
                .toList();
    }

    private static void set(DynamicMessage.Builder message, FieldDescriptor field, String value) {
        if (field.isRepeated()) {
            if (!value.isEmpty()) {
                List.of(value.split(",", -1)).forEach(each -> message.addRepeatedField(field, each));
            }
            return;
        }
        message.setField(
                field,
                switch (field.getJavaType()) {
                    case INT -> Integer.valueOf(value);
                    case BOOLEAN -> Boolean.valueOf(value);
                    default -> value;
                });
    }

    /** What was set, as HTTP says it. */
    static Map<String, Object> json(Message message) {
        Map<String, Object> json = new LinkedHashMap<>();
        message.getAllFields().forEach((field, value) -> json.put(field.getName(), plain(value)));
        return json;
    }

    private static Object plain(Object value) {
        if (value instanceof Message message) {
            return json(message);
        }
        return value instanceof List<?> list
                ? list.stream().map(Messages::plain).toList()
                : value;
    }
}
