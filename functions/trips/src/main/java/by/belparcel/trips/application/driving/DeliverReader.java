package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import java.util.List;
import java.util.Locale;

/** Reads the body of {@code POST /carrier/trips/{id}/deliver}. */
public final class DeliverReader implements CommandReader<Deliver> {

    private static final int MOST = 200;
    private static final int UUID_LENGTH = 36;
    private static final int MAX_SEQ = 1000;

    @Override
    public Deliver read(Input body, RequestParameters parameters) {
        return new Deliver(
                (int) body.integer("stop_seq", 1, MAX_SEQ),
                new AtStop(
                        body.texts("batch_ids", 0, MOST, UUID_LENGTH).stream()
                                .map(id -> id.toLowerCase(Locale.ROOT))
                                .toList(),
                        null,
                        List.of(),
                        body.optionalInstant("device_time").orElse(null),
                        PositionReader.read(body),
                        ExpectedVersion.read(body)));
    }
}
