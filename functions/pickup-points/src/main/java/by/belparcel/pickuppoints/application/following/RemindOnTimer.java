package by.belparcel.pickuppoints.application.following;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.pickuppoints.application.ParcelFacts;
import by.belparcel.pickuppoints.application.ParcelWork;
import by.belparcel.pickuppoints.model.Parcel;
import java.util.List;
import reactor.core.publisher.Mono;

/** Some storage at the point ends soon: each parcel is reminded of once per deadline and distance. */
public final class RemindOnTimer implements EventHandler<PlatformEvent.TimerFired> {

    private final Deadlines deadlines;
    private final StorageTerms terms;

    public RemindOnTimer(Deadlines deadlines, StorageTerms terms) {
        this.deadlines = deadlines;
        this.terms = terms;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        ParcelWork work = ParcelWork.of(context);
        return deadlines
                .toRemind(work.tx(), event.subject(), work.now(), terms.reminders(), StorageTimers.PORTION)
                .flatMap(parcels -> remind(parcels, event, work, context));
    }

    private static Mono<Handled> remind(
            List<Parcel> parcels, PlatformEvent.TimerFired event, ParcelWork work, EventContext context) {
        if (parcels.isEmpty()) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        parcels.forEach(parcel -> ParcelFacts.storageReminderDue(work, parcel));
        return StorageTimers.more(event, parcels.size(), context).then(Handled.applied());
    }
}
