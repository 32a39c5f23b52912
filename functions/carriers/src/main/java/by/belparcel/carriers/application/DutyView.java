package by.belparcel.carriers.application;

import by.belparcel.carriers.model.Driver;
import by.belparcel.carriers.model.DutyRules;
import by.belparcel.carriers.model.Shift;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.kernel.Availability;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a driver sees of his own duty.
 *
 * @param restUntil when he may start again, absent when he may now
 * @param onlineRefusal code of what keeps him from going online, absent when nothing does
 * @param version sequence of his latest event
 */
public record DutyView(
        String carrierId,
        @JsonProperty("is_active") boolean active,
        Availability availability,
        Instant availabilitySince,
        double lat,
        double lng,
        @Nullable Instant positionAt,
        @Nullable ShiftView shift,
        @Nullable Boolean vehicleCheckPassed,
        @Nullable Instant restUntil,
        @Nullable String onlineRefusal,
        long version) {

    /** @param drivenS seconds at the wheel, the present trip included */
    public record ShiftView(
            String id,
            Instant startedAt,
            Instant endsBy,
            @Nullable Instant endedAt,
            long drivenS) {}

    static DutyView of(Driver d, DutyRules rules, Instant now) {
        Shift s = d.shift();
        return new DutyView(
                d.id(),
                d.active(),
                d.availability(),
                d.since(),
                d.position().lat(),
                d.position().lng(),
                d.positionAt(),
                s == null ? null : new ShiftView(s.id(), s.startedAt(), s.endsBy(), s.endedAt(), d.drivenS(now)),
                s == null ? null : s.checkPassed(),
                rules.restUntil(d, now).orElse(null),
                rules.availabilityRefusal(d, Availability.ONLINE, now)
                        .map(Rejection::code)
                        .orElse(null),
                d.version());
    }
}
