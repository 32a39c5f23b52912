package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads the body of {@code POST /trips/{id}/resequence}: {@code stop_ids}, the numbers of stops. */
public final class ResequenceReader implements CommandReader<Resequence> {

    private static final int MOST = 100;
    private static final int MAX_SEQ = 1000;

    @Override
    public Resequence read(Input body, RequestParameters parameters) {
        return new Resequence(stops(body), ExpectedVersion.read(body));
    }

    private static List<Integer> stops(Input body) {
        JsonNode list = body.raw("stop_ids").orElse(null);
        if (list == null || !list.isArray() || list.isEmpty() || list.size() > MOST) {
            body.reject("stop_ids", list == null ? "REQUIRED" : "TYPE", "must be a list of stop numbers", null, null);
            return List.of();
        }
        List<Integer> stops = new ArrayList<>();
        for (JsonNode one : list) {
            boolean valid =
                    one.isIntegralNumber() && one.canConvertToInt() && one.asInt() > 0 && one.asInt() <= MAX_SEQ;
            if (!valid || stops.contains(one.asInt())) {
                body.reject("stop_ids", "STOPS", "must be numbers of stops, each once", null, null);
                return List.of();
            }
            stops.add(one.asInt());
        }
        return stops;
    }
}
