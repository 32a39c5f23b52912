package by.belparcel.trips.planning;

import static by.belparcel.trips.TripFixture.BREST_HUB;
import static by.belparcel.trips.TripFixture.CENTRE;
import static by.belparcel.trips.TripFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.BatchKey;
import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.ServiceClass;
import by.belparcel.trips.Meanwhile;
import by.belparcel.trips.TripFixture;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A batch is announced more than once, and its news come late or cross what happens to its trip. */
class LateNewsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("trips");

    private TripFixture trips;
    private BatchEvent.Closed closed;

    @BeforeEach
    void start() {
        trips = TripFixture.at(POSTGRES.database());
        closed = trips.closed(id(), CENTRE, 3);
        trips.close(closed);
    }

    @Test
    void changesNoPlanForABatchThatIsAnnouncedAgainAsItWas() {
        close(closed, 4);

        assertThat(trips.told(trip())).containsExactly("trip.planned v1");
    }

    @Test
    void tellsOnceThatABatchHoldsLess() {
        close(holding(closed.orders().subList(0, 2)), 5);
        close(holding(closed.orders().subList(0, 2)), 6);

        assertThat(trips.told(trip())).containsExactly("trip.planned v1", "trip.plan-changed v2");
        assertThat(orders()).isEqualTo(closed.orders().subList(0, 2));
    }

    @Test // out of order
    void keepsTheNewestContentOfABatch() {
        List<String> more =
                Stream.concat(closed.orders().stream(), Stream.of(id())).toList();
        close(holding(more), 6);

        close(holding(closed.orders().subList(0, 1)), 5);
        remove(closed.orders().getFirst(), 4);

        assertThat(orders()).isEqualTo(more);
    }

    @Test // out of order: both left in one change
    void takesOutEveryOrderOfOneChange() {
        remove(closed.orders().getFirst(), 4);
        remove(closed.orders().get(1), 4);

        assertThat(orders()).isEqualTo(closed.orders().subList(2, 3));
    }

    @Test // the trip is cancelled while the cancellation of its batch waits for it
    void forgetsACancelledBatchThatLosesItsTripInThisMoment() {
        whileItsTripIsCancelled(() -> trips.harness()
                .event(
                        "dropBatchOnBatchCancelled",
                        new BatchEvent.Cancelled(closed.batchId(), closed.orders(), "X", TripFixture.NOW),
                        4)
                .status());

        assertThat(state()).isEqualTo("CANCELLED");
    }

    @Test // likewise
    void takesAnOrderOutOfABatchThatLosesItsTripInThisMoment() {
        whileItsTripIsCancelled(() -> remove(closed.orders().getFirst(), 4));

        assertThat(state()).isEqualTo("CLOSED");
        assertThat(POSTGRES.database()
                        .texts(
                                "select jsonb_array_elements_text(content -> 'order_ids') from trips.batch where id = ?::uuid",
                                closed.batchId()))
                .isEqualTo(closed.orders().subList(1, 3));
    }

    @Test // orders that came to a hub, or back to it, go on from there
    void makesATripThatLeavesFromAHub() {
        BatchEvent.Closed there = new BatchEvent.Closed(
                id(),
                "B-HUB",
                new BatchKey(
                        BREST_HUB, DestinationType.PVZ, "0190a001-0000-7000-8000-000000000007", ServiceClass.NORMAL),
                closed.orders(),
                3,
                6_000,
                15_000,
                closed.reason(),
                TripFixture.NOW,
                TripFixture.NOW);

        assertThat(trips.close(there).status()).isEqualTo(204);

        String trip = trips.tripOf(there.batchId());
        assertThat(trips.stops(trip)).containsExactly("PICKUP 1 PENDING", "PVZ 2 PENDING");
        assertThat(POSTGRES.database().text("select origin_id::text from trips.trip where id = ?::uuid", trip))
                .isEqualTo(BREST_HUB);
    }

    private void whileItsTripIsCancelled(Supplier<Integer> news) {
        String trip = trip();
        Integer status = Meanwhile.in(POSTGRES.database())
                .execute("update trips.trip set state = 'CANCELLED', version = version + 1 where id = ?::uuid", trip)
                .execute("update trips.batch set state = 'CLOSED', trip_id = null where id = ?::uuid", closed.batchId())
                .run(news);
        assertThat(status).isEqualTo(204);
    }

    private void close(BatchEvent.Closed event, long version) {
        trips.harness().event("planBatchOnBatchClosed", event, version);
    }

    private int remove(String order, long version) {
        BatchEvent.OrderRemoved removed =
                new BatchEvent.OrderRemoved(closed.batchId(), order, 2, 4_000, 10_000, "MOVED", TripFixture.NOW);
        return trips.harness()
                .event("removeOrderOnBatchOrderRemoved", removed, version)
                .status();
    }

    private BatchEvent.Closed holding(List<String> orders) {
        return new BatchEvent.Closed(
                closed.batchId(),
                closed.number(),
                closed.key(),
                orders,
                orders.size(),
                2_000L * orders.size(),
                5_000L * orders.size(),
                closed.reason(),
                closed.oldestAt(),
                TripFixture.NOW);
    }

    private String trip() {
        return trips.tripOf(closed.batchId());
    }

    private String state() {
        return POSTGRES.database().text("select state from trips.batch where id = ?::uuid", closed.batchId());
    }

    private List<String> orders() {
        return POSTGRES.database()
                .texts(
                        "select jsonb_array_elements_text(batches -> 0 -> 'order_ids') from trips.trip where id = ?::uuid",
                        trip());
    }
}
