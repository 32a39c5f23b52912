package by.belparcel.orders.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.ParcelRef;
import by.belparcel.kernel.ReturnCause;
import by.belparcel.orders.BatchFixture;
import by.belparcel.orders.PvzFixture;
import by.belparcel.orders.TravellingOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Batch, trip and point speak at once: whatever the order of their events, doubled and repeated, the order ends the same. */
class PvzDisorderIT {

    private static final int RUNS = 40;

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private enum End {
        ISSUED,
        CLIENT_RETURNED,
        RETURNING
    }

    @Test // D3, D6
    void endsWhereItsParcelsEnd() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            int total = 1 + random.nextInt(2);
            End end = End.values()[random.nextInt(3)];
            boolean missed = random.nextBoolean();
            TravellingOrder order = TravellingOrder.added(POSTGRES.database(), total, false);
            List<Supplier<EventReply>> events = events(order, total, end, missed);
            events.addAll(List.copyOf(events.subList(0, random.nextInt(events.size()))));
            Collections.shuffle(events, random);

            deliver(events, seed);

            assertThat(order.state()).as("seed %d", seed).isEqualTo(end.name());
            order.keepsItsBooks();
            assertThat(order.emitted(OrderEvent.Missing.TYPE)).hasSizeLessThanOrEqualTo(missed ? 1 : 0);
        }
    }

    private static List<Supplier<EventReply>> events(TravellingOrder order, int total, End end, boolean missed) {
        List<Supplier<EventReply>> events = new ArrayList<>();
        events.add(() -> BatchFixture.pickUp(order.harness(), order.batch(), order.id()));
        events.add(() -> BatchFixture.deliver(order.harness(), order.batch()));
        if (missed) {
            events.add(() -> PvzFixture.receive(order.harness(), order.batch(), new ParcelRef(order.id(), total)));
        }
        for (int no = 1; no <= total; no++) {
            facts(order.id(), no, total, end).forEach(fact -> events.add(() -> fact.tell(order.harness())));
        }
        return events;
    }

    private static List<PvzFixture.Fact> facts(String order, int no, int total, End end) {
        List<PvzFixture.Fact> facts = new ArrayList<>();
        facts.add(PvzFixture.accepted(order, no, total, 2));
        facts.add(PvzFixture.storageExpired(order, no, 3));
        if (end == End.RETURNING) {
            facts.add(PvzFixture.returnedToCourier(order, no, total, ReturnCause.EXPIRED, 4));
            return facts;
        }
        facts.add(PvzFixture.storageExtended(order, no, 4));
        facts.add(PvzFixture.issued(order, no, total, 5));
        if (end == End.CLIENT_RETURNED) {
            facts.add(PvzFixture.returnedByClient(order, no, total, 6));
        }
        return facts;
    }

    /** What is answered 503 comes again, as the platform does it. */
    private static void deliver(List<Supplier<EventReply>> events, int seed) {
        Deque<Supplier<EventReply>> open = new ArrayDeque<>(events);
        for (int i = 0; i < 50 * events.size() && !open.isEmpty(); i++) {
            Supplier<EventReply> event = open.remove();
            int status = event.get().status();
            assertThat(status).as("seed %d", seed).isIn(204, 503);
            if (status == 503) {
                open.add(event);
            }
        }
        assertThat(open).as("seed %d: nothing is refused for ever", seed).isEmpty();
    }
}
