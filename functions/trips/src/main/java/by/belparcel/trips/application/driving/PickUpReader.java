package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import java.util.List;
import java.util.Locale;

/** Reads the body of {@code POST /carrier/trips/{id}/pickup}. */
public final class PickUpReader implements CommandReader<PickUp> {

    private static final int MOST = 200;
    private static final int LONGEST = 64;

    @Override
    public PickUp read(Input body, RequestParameters parameters) {
        List<String> ids = body.texts("batch_ids", 1, MOST, LONGEST).stream()
                .map(id -> id.strip().toLowerCase(Locale.ROOT))
                .toList();
        boolean leave = body.flag("leave_behind", false);
        String reason = body.optionalText("reason", 3, 500).orElse(null);
        if (leave && reason == null && !body.has("reason")) {
            body.reject("reason", "REQUIRED", "is required to leave a batch behind", null, null);
        }
        return new PickUp(
                ids,
                body.texts("scans", 0, MOST, LONGEST).stream()
                        .map(String::strip)
                        .toList(),
                leave,
                reason,
                body.optionalInstant("device_time").orElse(null),
                ExpectedVersion.read(body));
    }
}
