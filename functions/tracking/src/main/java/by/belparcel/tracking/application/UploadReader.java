package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code {fixes: [..]}} or one fix. Problems of an entry belong to that entry, not to the request. */
public final class UploadReader implements CommandReader<Upload> {

    @Override
    public Upload read(Input body, RequestParameters parameters) {
        FixReader.IGNORED.forEach(body::has);
        Optional<JsonNode> fixes = body.raw("fixes");
        return fixes.map(list -> many(body, list)).orElseGet(() -> one(body));
    }

    private static Upload many(Input body, JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            body.reject("fixes", "SIZE", "must be a list of 1 to 500 fixes", "1..500", null);
            return new Upload(0, List.of());
        }
        List<UploadItem> items = new ArrayList<>();
        for (int i = 0; i < list.size() && list.size() <= Upload.MOST; i++) {
            items.add(FixReader.read(list.get(i), i));
        }
        return new Upload(list.size(), items);
    }

    private static Upload one(Input body) {
        ObjectNode fix = JsonNodeFactory.instance.objectNode();
        FixReader.FIELDS.forEach(name -> body.raw(name).ifPresent(value -> fix.set(name, value)));
        return new Upload(1, List.of(FixReader.read(fix, 0)));
    }
}
