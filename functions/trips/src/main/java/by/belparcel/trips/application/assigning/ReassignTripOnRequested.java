package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.handling.EventContext;
import by.belparcel.eventing.handling.EventHandler;
import by.belparcel.eventing.handling.Handled;
import by.belparcel.eventing.handling.Meter;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.events.AssignmentEvent;
import by.belparcel.events.ReassignCommand;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.kernel.TripState;
import by.belparcel.trips.application.TripWork;
import by.belparcel.trips.model.TripRecord;
import by.belparcel.trips.model.assigning.AssignmentMove;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * {@code commands.trip.reassign}: exactly the chosen carrier or an explicit refusal (D6). A command that other systems put on
 * the topic themselves was not checked before: its version must be the trip's, and it overrides nothing.
 */
public final class ReassignTripOnRequested implements EventHandler<ReassignCommand.Requested> {

    private final TripLocks locks;
    private final Reassignments requests;
    private final ReassignChecks checks;
    private final Carriers carriers;
    private final Assignments assignments;
    private final Endings endings;
    private final Offers offers;
    private final Meter meter;

    ReassignTripOnRequested(
            TripLocks locks,
            Reassignments requests,
            ReassignChecks checks,
            Carriers carriers,
            Assignments assignments,
            Endings endings,
            Offers offers,
            Meter meter) {
        this.meter = meter;
        this.locks = locks;
        this.requests = requests;
        this.checks = checks;
        this.carriers = carriers;
        this.assignments = assignments;
        this.endings = endings;
        this.offers = offers;
    }

    @Override
    public Mono<Handled> on(ReassignCommand.Requested event, EventContext context) {
        return locks.on(
                TripWork.of(context),
                event.tripId(),
                (work, held) -> requests.lock(work.tx(), event.commandId())
                        .flatMap(known -> known.open() && known.tripId().equals(event.tripId())
                                ? decide(work, held, known)
                                : Handled.ignored(Handled.Reason.STATE))
                        .switchIfEmpty(Mono.defer(() -> decideUnchecked(work, held, event))));
    }

    private Mono<Handled> decideUnchecked(TripWork work, TripLocks.Held held, ReassignCommand.Requested event) {
        Reassignments.Request request = new Reassignments.Request(
                event.commandId(),
                event.tripId(),
                event.newCarrierId(),
                event.reason(),
                Set.of(),
                event.operatorId(),
                event.handoverPlace(),
                true);
        long current = held.trip().version();
        return requests.insert(work.tx(), request, work.now())
                .flatMap(isNew -> event.expectedVersion() == current
                        ? decide(work, held, request)
                        : refuse(work, held.trip(), request, Rejection.versionConflict(current)));
    }

    /** The carrier is locked before it is looked at, so that nobody else gets it in between. */
    private Mono<Handled> decide(TripWork work, TripLocks.Held held, Reassignments.Request request) {
        return carriers.lock(work.tx(), request.carrierId(), true)
                .then(Mono.defer(() -> checks.check(work, held, request)))
                .flatMap(verdict -> verdict instanceof ReassignChecks.Verdict.Yes yes
                        ? carryOut(work, held, request, yes)
                        : refuse(work, held.trip(), request, ((ReassignChecks.Verdict.No) verdict).rejection()));
    }

    private Mono<Handled> carryOut(
            TripWork work, TripLocks.Held held, Reassignments.Request request, ReassignChecks.Verdict.Yes yes) {
        String decision = Decision.json(yes.choice(), work.now());
        return revoke(work, held)
                .flatMap(trip -> assignments
                        .tally(work.tx(), trip.id(), work.now())
                        .flatMap(tally -> offers.make(
                                work,
                                trip,
                                new Offers.Offer(
                                        request.carrierId(),
                                        yes.seek(),
                                        tally.attempts() + 1,
                                        yes.choice().ranking(),
                                        decision,
                                        request.operatorId(),
                                        request.id()))))
                .then(Mono.defer(() -> requests.decide(work.tx(), request.id(), null, work.now())))
                .then(Handled.applied());
    }

    /** On the road only an earlier handover is called off: the carrier keeps what is on board until it has changed vehicles. */
    private Mono<TripRecord> revoke(TripWork work, TripLocks.Held held) {
        @Nullable AssignmentRecord old = held.trip().state() == TripState.IN_TRANSIT ? held.handover() : held.live();
        return old == null
                ? Mono.just(held.trip())
                : endings.end(work, held.trip(), old, AssignmentMove.REVOKE, "MANUAL");
    }

    private Mono<Handled> refuse(TripWork work, TripRecord trip, Reassignments.Request request, Rejection rejection) {
        Offers.count(meter, AssignmentTrigger.MANUAL, "refused");
        work.emitter()
                .emit(
                        new AssignmentEvent.ReassignRefused(
                                trip.id(), request.id(), rejection.code(), rejection.detail(), work.now()),
                        trip.version());
        return requests.decide(work.tx(), request.id(), rejection.code(), work.now())
                .then(Handled.applied());
    }
}
