package by.belparcel.trips.adapter.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.kernel.AssignmentState;
import by.belparcel.trips.application.assigning.AssignmentReads;
import io.r2dbc.spi.Readable;
import java.util.List;
import reactor.core.publisher.Mono;

/** Assignments joined with their trips. */
public final class PostgresAssignmentReads implements AssignmentReads {

    private static final String OFFERS = """
            select a.id::text as assignment_id, a.trip_id::text as trip_id, t.number, a.state, t.version,
                   t.origin_id::text as origin_id, a.confirm_by, t.planned_departure, t.distance_m, t.duration_s,
                   jsonb_array_length(t.stops) as stops, a.place_lat, a.place_lng
            from trips.assignment a join trips.trip t on t.id = a.trip_id
            where a.carrier_id = $1::uuid and a.confirmed_at is null and a.confirm_by > now()
              and a.state in ('OFFERED', 'HANDOVER')
            order by a.confirm_by, a.id
            """;

    @Override
    public Mono<List<OfferView>> offers(Transaction tx, String carrierId) {
        return tx.all(OFFERS, PostgresAssignmentReads::offer, carrierId).collectList();
    }

    private static OfferView offer(Readable row) {
        return new OfferView(
                Rows.text(row, "assignment_id"),
                Rows.text(row, "trip_id"),
                Rows.text(row, "number"),
                AssignmentState.valueOf(Rows.text(row, "state")),
                Rows.number(row, "version"),
                Rows.text(row, "origin_id"),
                Rows.time(row, "confirm_by"),
                Rows.time(row, "planned_departure"),
                Rows.number(row, "distance_m"),
                Rows.number(row, "duration_s"),
                Rows.integer(row, "stops"),
                row.get("place_lat", Double.class),
                row.get("place_lng", Double.class));
    }
}
