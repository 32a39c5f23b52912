package by.belparcel.carriers.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a carrier worked and with which trips, newest first. */
public record ScheduleView(String carrierId, List<ShiftEntry> shifts, List<TripEntry> trips) {

    /** @param drivenS seconds at the wheel in finished trips */
    public record ShiftEntry(
            String id,
            Instant startedAt,
            Instant endsBy,
            @Nullable Instant endedAt,
            long drivenS) {}

    /** @param since when the state began */
    public record TripEntry(String tripId, TripBook.Hold state, Instant since) {}
}
