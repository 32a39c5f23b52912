package by.belparcel.trips.application.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.AssignmentTrigger;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reasons to reassign that are left to the operator by policy. */
public interface Suggestions {

    Mono<Void> add(Transaction tx, String tripId, AssignmentTrigger trigger, String detail, Instant at);

    Mono<List<Suggestion>> ofTrip(Transaction tx, String tripId);

    /** @param at when the reason was last seen */
    record Suggestion(AssignmentTrigger trigger, String detail, Instant at) {}
}
