package by.belparcel.carriers.application;

import by.belparcel.carriers.model.DutyRules;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.kernel.SignalStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A carrier at work: who he is, what he says, how well he is heard, what he has to do.
 *
 * @param signal LIVE, STALE or LOST while he drives, else absent
 * @param distanceM metres from the place that was asked for, else absent
 * @param trips assigned to him or on the road, oldest first
 */
public record WorkView(
        CarrierView carrier,
        DutyView duty,
        @Nullable SignalStatus signal,
        @Nullable Long distanceM,
        List<String> trips) {

    static WorkView of(CarrierReads.Seen seen, DutyRules rules, Principal reader) {
        return new WorkView(
                CarrierView.of(seen.carrier(), reader),
                DutyView.of(seen.driver(), rules, seen.now()),
                seen.signal(),
                seen.distanceM(),
                seen.liveTrips());
    }
}
