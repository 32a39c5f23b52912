package by.belparcel.trips.adapter.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.AssignmentTrigger;
import by.belparcel.trips.application.assigning.Suggestions;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** {@code trips.suggestion}. */
public final class PostgresSuggestions implements Suggestions {

    private static final String ADD = """
            insert into trips.suggestion (trip_id, trigger, detail, at) values ($1::uuid, $2, $3, $4)
            on conflict (trip_id, trigger) do update set detail = excluded.detail, at = excluded.at
            """;

    private static final String OF_TRIP =
            "select trigger, detail, at from trips.suggestion where trip_id = $1::uuid order by at desc";

    @Override
    public Mono<Void> add(Transaction tx, String tripId, AssignmentTrigger trigger, String detail, Instant at) {
        return tx.update(ADD, tripId, trigger.name(), detail, at).then();
    }

    @Override
    public Mono<List<Suggestion>> ofTrip(Transaction tx, String tripId) {
        return tx.all(
                        OF_TRIP,
                        row -> new Suggestion(
                                AssignmentTrigger.valueOf(Rows.text(row, "trigger")),
                                Rows.text(row, "detail"),
                                Rows.time(row, "at")),
                        tripId)
                .collectList();
    }
}
