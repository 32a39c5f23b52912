package by.belparcel.pickuppoints.application.following;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.pickuppoints.application.ParcelChange;
import by.belparcel.pickuppoints.application.ParcelFacts;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.application.Parcels;
import by.belparcel.pickuppoints.model.Parcel;
import by.belparcel.pickuppoints.model.ParcelSteps;
import java.util.List;
import reactor.core.publisher.Mono;

/** Some storage at the point has ended: what is still there and was not prolonged becomes OVERDUE. */
public final class ExpireOnTimer implements EventHandler<PlatformEvent.TimerFired> {

    private final Deadlines deadlines;
    private final Parcels parcels;

    public ExpireOnTimer(Deadlines deadlines, Parcels parcels) {
        this.deadlines = deadlines;
        this.parcels = parcels;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        ParcelWork work = ParcelWork.of(context);
        return deadlines
                .passed(work.tx(), event.subject(), work.now(), StorageTimers.PORTION)
                .flatMap(passed -> expire(passed, event, work, context));
    }

    private Mono<Handled> expire(
            List<Parcel> passed, PlatformEvent.TimerFired event, ParcelWork work, EventContext context) {
        if (passed.isEmpty()) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        List<ParcelChange> changes = passed.stream()
                .map(parcel -> ParcelChange.of(ParcelSteps.overdue(parcel, work.now()), "STORAGE_EXPIRED"))
                .toList();
        changes.forEach(change -> ParcelFacts.storageExpired(work, change.after()));
        return parcels.save(work, changes)
                .then(StorageTimers.more(event, passed.size(), context))
                .then(Handled.applied());
    }
}
