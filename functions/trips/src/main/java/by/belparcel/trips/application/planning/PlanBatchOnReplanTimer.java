package by.belparcel.trips.application.planning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.BatchState;
import by.belparcel.trips.application.Batches;
import by.belparcel.trips.application.KnownBatch;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.TripBatch;
import reactor.core.publisher.Mono;

/** A batch that still waits is placed again. */
public final class PlanBatchOnReplanTimer implements EventHandler<PlatformEvent.TimerFired> {

    private final Batches batches;
    private final Planner planner;

    public PlanBatchOnReplanTimer(Batches batches, Planner planner) {
        this.batches = batches;
        this.planner = planner;
    }

    @Override
    public Mono<Handled> on(PlatformEvent.TimerFired event, EventContext context) {
        TripWork work = TripWork.of(context);
        return batches.lock(context.tx(), event.subject())
                .then(batches.find(context.tx(), event.subject()).singleOptional())
                .flatMap(found -> {
                    TripBatch batch = found.filter(known -> known.state() == BatchState.CLOSED)
                            .map(KnownBatch::content)
                            .orElse(null);
                    return batch == null || batch.orderIds().isEmpty()
                            ? Handled.ignored(Handled.Reason.STATE)
                            : planner.place(work, batch).then(Handled.applied());
                });
    }
}
