package by.belparcel.trips.adapter.assigning;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.trips.application.assigning.AssignmentRecord;
import by.belparcel.trips.application.assigning.Handovers;
import by.belparcel.trips.model.TripOrder;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** {@code trips.handover} and its boxes. */
public final class PostgresHandovers implements Handovers {

    private static final String OPEN = """
            insert into trips.handover (
                assignment_id, trip_id, from_carrier_id, to_carrier_id, place_lat, place_lng, initiated_at)
            values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::double precision, $6::double precision, $7)
            """;

    private static final String BOXES = """
            select order_id::text as order_id, batch_id::text as batch_id, weight_g, volume_cm3
            from trips.handover_box
            where assignment_id = $1::uuid
            order by order_id
            """;

    private static final String SCAN = """
            insert into trips.handover_box (assignment_id, order_id, batch_id, weight_g, volume_cm3, at)
            select $1::uuid, box.order_id::uuid, box.batch_id::uuid, box.weight_g, box.volume_cm3, $6
            from unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[]) as box (order_id, batch_id, weight_g, volume_cm3)
            on conflict do nothing
            """;

    private static final String CLOSE = """
            update trips.handover
            set completed_at = $2, full_handover = $3, child_trip_id = $4::uuid, moved = $5, remaining = $6
            where assignment_id = $1::uuid
            """;

    private static final String OF_TRIP = """
            select h.assignment_id::text as assignment_id, h.trip_id::text as trip_id,
                   h.from_carrier_id::text as from_carrier_id, h.to_carrier_id::text as to_carrier_id, a.state,
                   h.place_lat, h.place_lng, h.initiated_at, a.confirmed_at, h.completed_at, h.full_handover,
                   h.child_trip_id::text as child_trip_id, h.moved, h.remaining,
                   array(select b.order_id::text from trips.handover_box b
                         where b.assignment_id = h.assignment_id order by 1) as scanned
            from trips.handover h join trips.assignment a on a.id = h.assignment_id
            where h.trip_id = $1::uuid or h.child_trip_id = $1::uuid
            order by h.initiated_at
            """;

    @Override
    public Mono<Void> open(Transaction tx, AssignmentRecord assignment, String fromCarrierId) {
        return tx.update(
                        OPEN,
                        assignment.id(),
                        assignment.tripId(),
                        fromCarrierId,
                        assignment.carrierId(),
                        PostgresAssignments.lat(assignment.place()),
                        PostgresAssignments.lng(assignment.place()),
                        assignment.offeredAt())
                .then();
    }

    @Override
    public Mono<List<Box>> boxes(Transaction tx, String assignmentId) {
        return tx.all(
                        BOXES,
                        row -> new Box(
                                Rows.text(row, "batch_id"),
                                new TripOrder(
                                        Rows.text(row, "order_id"),
                                        Rows.number(row, "weight_g"),
                                        Rows.number(row, "volume_cm3"))),
                        assignmentId)
                .collectList();
    }

    @Override
    public Mono<Void> scan(Transaction tx, String assignmentId, List<Box> boxes, Instant now) {
        return tx.update(
                        SCAN,
                        assignmentId,
                        boxes.stream().map(box -> box.order().orderId()).toArray(String[]::new),
                        boxes.stream().map(Box::batchId).toArray(String[]::new),
                        boxes.stream().map(box -> box.order().weightG()).toArray(Long[]::new),
                        boxes.stream().map(box -> box.order().volumeCm3()).toArray(Long[]::new),
                        now)
                .then();
    }

    @Override
    public Mono<Void> close(Transaction tx, String assignmentId, Result result, Instant now) {
        return tx.update(
                        CLOSE,
                        assignmentId,
                        now,
                        result.full(),
                        result.childTripId(),
                        result.moved().toArray(String[]::new),
                        result.remaining().toArray(String[]::new))
                .then();
    }

    @Override
    public Mono<List<Report>> ofTrip(Transaction tx, String tripId) {
        return tx.all(OF_TRIP, PostgresHandovers::report, tripId).collectList();
    }

    private static Report report(Readable row) {
        return new Report(
                Rows.text(row, "assignment_id"),
                Rows.text(row, "trip_id"),
                Rows.text(row, "from_carrier_id"),
                Rows.text(row, "to_carrier_id"),
                Rows.text(row, "state"),
                row.get("place_lat", Double.class),
                row.get("place_lng", Double.class),
                Rows.time(row, "initiated_at"),
                Rows.optionalTime(row, "confirmed_at"),
                Rows.optionalTime(row, "completed_at"),
                row.get("full_handover", Boolean.class),
                Rows.optionalText(row, "child_trip_id"),
                Rows.texts(row, "scanned"),
                Rows.texts(row, "moved"),
                Rows.texts(row, "remaining"));
    }
}
