package by.belparcel.trips.application.driving;

import by.belparcel.eventing.handling.CommandReader;
import by.belparcel.eventing.handling.ExpectedVersion;
import by.belparcel.eventing.handling.Input;
import by.belparcel.eventing.handling.RequestParameters;
import java.util.List;

/** Reads the body of {@code POST /carrier/trips/{id}/stops/{seq}/arrive|complete|skip|fail}. */
public final class AtStopReader implements CommandReader<AtStop> {

    private static final int MOST_PHOTOS = 10;
    private static final int UUID_LENGTH = 36;

    private final boolean reasoned;

    private AtStopReader(boolean reasoned) {
        this.reasoned = reasoned;
    }

    /** For arrive and complete. */
    public static AtStopReader plain() {
        return new AtStopReader(false);
    }

    /** For skip and fail. */
    public static AtStopReader withReason() {
        return new AtStopReader(true);
    }

    @Override
    public AtStop read(Input body, RequestParameters parameters) {
        return new AtStop(
                List.of(),
                reasoned ? body.text("reason", 3, 200) : null,
                body.texts("attachment_ids", 0, MOST_PHOTOS, UUID_LENGTH),
                body.optionalInstant("device_time").orElse(null),
                PositionReader.read(body),
                ExpectedVersion.read(body));
    }
}
