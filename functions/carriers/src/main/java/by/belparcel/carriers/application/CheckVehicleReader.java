package by.belparcel.carriers.application;

import by.belparcel.carriers.model.CheckItem;
import by.belparcel.carriers.model.CheckResult;
import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.RequestParameters;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads {@code {fuel, tyres, lights, seal, body, attachment_ids[]}}; an ISSUE needs a photo. */
public final class CheckVehicleReader implements CommandReader<CheckVehicle> {

    private static final String ATTACHMENTS = "attachment_ids";
    private static final int MOST_PHOTOS = 10;

    @Override
    public CheckVehicle read(Input body, RequestParameters parameters) {
        Map<CheckItem, CheckResult> items = new EnumMap<>(CheckItem.class);
        for (CheckItem item : CheckItem.values()) {
            items.put(item, body.oneOf(item.field(), CheckResult.class));
        }
        List<String> photos = body.texts(ATTACHMENTS, 0, MOST_PHOTOS, 36);
        if (photos.stream().anyMatch(id -> PathId.read(id).isEmpty())) {
            body.reject(ATTACHMENTS, "UUID", "must be UUIDs", null, null);
        } else if (photos.isEmpty() && items.containsValue(CheckResult.ISSUE)) {
            body.reject(ATTACHMENTS, "REQUIRED", "a photo is required when something is wrong", null, null);
        }
        return new CheckVehicle(items, photos);
    }
}
