package by.belparcel.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.EventEnvelope;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.TestEvents;
import by.belparcel.kernel.ReturnCause;
import by.belparcel.payments.Counter;
import by.belparcel.payments.Shop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The last events of orders that are paid on pick-up, shuffled and doubled, on the real database. */
class PickupDisorderIT {

    private static final int RUNS = 60;
    private static final long FEE = 600;
    private static final long GOODS = 2_003;

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("payments");

    private final Shop shop = Shop.of(POSTGRES.database());

    private record Delivery(String function, EventEnvelope event) {}

    private enum Story {
        KEPT,
        BROUGHT_BACK,
        BROUGHT_BACK_AND_SENT,
        EXPIRED,
        REFUSED
    }

    @Test // I4, I5, R-104
    void endsWithTheMoneyThatTheParcelsSayWhateverTheOrderOfTheirEvents() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            String order = shop.onPickup(FEE, GOODS);
            int total = 1 + random.nextInt(3);
            boolean lost = random.nextInt(5) == 0;
            List<Story> stories = random.ints(total, 0, Story.values().length)
                    .mapToObj(i -> Story.values()[i])
                    .toList();
            List<Delivery> events = new ArrayList<>();
            for (int no = 1; no <= total; no++) {
                events.addAll(events(order, no, total, stories.get(no - 1)));
            }
            if (lost) {
                events.add(delivery("voidOrRefundPaymentOnOrderLost", Counter.lost(order, 1)));
            }
            events.addAll(List.copyOf(events.subList(0, random.nextInt(events.size() + 1))));
            Collections.shuffle(events, random);

            for (Delivery delivery : events) {
                assertThat(shop.harness()
                                .deliver(delivery.function(), delivery.event())
                                .status())
                        .isEqualTo(204);
                if (random.nextBoolean()) {
                    shop.settle();
                }
            }
            shop.settle();

            check(order, stories, lost, "seed " + seed + " " + stories);
        }
        assertThat(shop.ledgerSum()).isZero();
    }

    private void check(String order, List<Story> stories, boolean lost, String run) {
        long captured = part(order, "captured");
        long refunded = part(order, "refunded");
        boolean issued = stories.stream().anyMatch(s -> s != Story.EXPIRED && s != Story.REFUSED);
        if (lost) {
            assertThat(captured - refunded).as(run).isZero();
            assertThat(shop.state(order)).as(run).isIn("VOIDED", "REFUNDED");
            return;
        }
        assertThat(captured).as(run).isEqualTo(issued ? FEE + GOODS : 0);
        assertThat(refunded).as(run).isEqualTo(issued ? comingBack(stories) : 0);
        assertThat(shop.state(order))
                .as(run)
                .isEqualTo(!issued ? "VOIDED" : refunded == 0 ? "CAPTURED" : "PARTIALLY_REFUNDED");
        assertThat(booked(order)).as(run).isEqualTo(captured - refunded);
    }

    /** The goods split to the kopeck: the first parcels of a price that does not divide have the smaller part. */
    private static long comingBack(List<Story> stories) {
        long sum = 0;
        for (int no = 1; no <= stories.size(); no++) {
            long part = GOODS * no / stories.size() - GOODS * (no - 1) / stories.size();
            sum += stories.get(no - 1) == Story.KEPT ? 0 : part;
        }
        return sum;
    }

    private static List<Delivery> events(String order, int no, int total, Story story) {
        Delivery issued = delivery("capturePaymentOnPvzOrderIssued", Counter.issued(order, no, total));
        Delivery returned = delivery("refundParcelOnPvzOrderReturnedByClient", Counter.returned(order, no, total));
        return switch (story) {
            case KEPT -> List.of(issued);
            case BROUGHT_BACK -> List.of(issued, returned);
            case BROUGHT_BACK_AND_SENT -> List.of(issued, returned, sent(order, no, total, ReturnCause.CLIENT_RETURN));
            case EXPIRED -> List.of(sent(order, no, total, ReturnCause.EXPIRED));
            case REFUSED -> List.of(sent(order, no, total, ReturnCause.REFUSED));
        };
    }

    private static Delivery sent(String order, int no, int total, ReturnCause cause) {
        return delivery("voidOrRefundParcelOnPvzOrderReturnedToCourier", Counter.sentBack(order, no, total, cause));
    }

    private static Delivery delivery(String function, DomainEvent event) {
        return new Delivery(function, TestEvents.envelope(event, 5));
    }

    private long part(String order, String column) {
        return Long.parseLong(shop.money(order).split("-")[column.equals("captured") ? 0 : 1]);
    }

    private long booked(String order) {
        return POSTGRES.database()
                .number(
                        "select coalesce(sum(amount_minor), 0) from payments.ledger where payment_id = ?::uuid"
                                + " and account = 'cash:pvz'",
                        shop.payment(order));
    }
}
