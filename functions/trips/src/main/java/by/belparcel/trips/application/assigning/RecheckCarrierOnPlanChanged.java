package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.events.TripEvent;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.assigning.Candidate;
import by.belparcel.trips.model.assigning.Need;
import reactor.core.publisher.Mono;

/** CAPACITY_EXCEEDED: the load has grown beyond the vehicle. A trip that waits is tried again: it may fit somebody now. */
public final class RecheckCarrierOnPlanChanged implements EventHandler<TripEvent.PlanChanged> {

    private static final Seek AS_IT_IS = Seek.of(AssignmentTrigger.CAPACITY_EXCEEDED, "LOAD_GREW", null);

    private final TripLocks locks;
    private final Carriers carriers;
    private final Waiting waiting;
    private final Replacing replacing;
    private final Needs needs;

    RecheckCarrierOnPlanChanged(
            TripLocks locks, Carriers carriers, Waiting waiting, Replacing replacing, AssigningSettings settings) {
        this.locks = locks;
        this.carriers = carriers;
        this.waiting = waiting;
        this.replacing = replacing;
        this.needs = new Needs(settings);
    }

    @Override
    public Mono<Handled> on(TripEvent.PlanChanged event, EventContext context) {
        return locks.on(TripWork.of(context), event.tripId(), this::react);
    }

    private Mono<Handled> react(TripWork work, TripLocks.Held held) {
        AssignmentRecord live = held.live();
        if (held.trip().state() == TripState.PLANNED
                && live == null
                && !held.trip().needsManual()) {
            return waiting.tryNow(work, held).then(Handled.applied());
        }
        if (held.trip().state() != TripState.ASSIGNED || live == null) {
            return Handled.ignored(Handled.Reason.STATE);
        }
        Need need = needs.of(held.trip(), AS_IT_IS, work.now());
        return carriers.one(work.tx(), held.trip().id(), live.carrierId(), work.now())
                .filter(carrier -> carrier.isPresent() && !fits(carrier.get().vehicle(), need))
                .flatMap(carrier ->
                        replacing.replace(work, held, AssignmentTrigger.CAPACITY_EXCEEDED, "LOAD_GREW", null))
                .defaultIfEmpty(false)
                .flatMap(changed -> changed ? Handled.applied() : Handled.ignored(Handled.Reason.STATE));
    }

    private static boolean fits(Candidate.Vehicle vehicle, Need need) {
        return vehicle.payloadG() >= need.weightG()
                && vehicle.volumeCm3() >= need.volumeCm3()
                && vehicle.slots() >= need.slots();
    }
}
