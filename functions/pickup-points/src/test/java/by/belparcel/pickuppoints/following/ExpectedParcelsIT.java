package by.belparcel.pickuppoints.following;

import static by.belparcel.pickuppoints.BatchScene.NOW;
import static by.belparcel.pickuppoints.BatchScene.id;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.kernel.DestinationType;
import by.belparcel.kernel.OrderState;
import by.belparcel.kernel.PvzOrderState;
import by.belparcel.pickuppoints.BatchScene;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a point expects (domain pickup-points.md 2.1). */
class ExpectedParcelsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private BatchScene scene;
    private final String batch = id();
    private final String order = id();

    @BeforeEach
    void start() {
        scene = BatchScene.at(POSTGRES.database());
    }

    @Test
    void expectsEachParcelOfABatchThatIsOnItsWay() {
        scene.announce(order, batch, 2);
        scene.close(batch, DestinationType.PVZ, scene.counter().pvz());
        assertThat(scene.parcels(order)).isEmpty();

        scene.pickUp(batch, List.of(order), List.of());

        assertThat(scene.parcels(order)).containsExactly("EXPECTED", "EXPECTED");
        assertThat(expected()).hasSize(2).allSatisfy(event -> {
            assertThat(event.batchId()).isEqualTo(batch);
            assertThat(event.pvzId()).isEqualTo(scene.counter().pvz());
            assertThat(event.order().status()).isEqualTo(PvzOrderState.EXPECTED);
            assertThat(event.eventType()).isEqualTo("by.belparcel.pvz-order.expected.v1");
        });
        assertThat(scene.database()
                        .rows(
                                "select weight_g, price_kopecks, surcharge_kopecks, payment_method, id_check, age_check"
                                        + " from pickup_points.parcel where order_id = ?::uuid order by parcel_no",
                                order))
                .containsExactly(
                        List.of("1000", "1501", "100", "PAY_ON_PICKUP", "f", "t"),
                        List.of("2000", "1500", "100", "PAY_ON_PICKUP", "f", "t"));
    }

    @ParameterizedTest // out of order: other topics have no mutual order
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void expectsTheSameInWhateverOrderTheNewsCome(long seed) {
        List<Runnable> news = new ArrayList<>(List.of(
                () -> scene.announce(order, batch, 2),
                () -> scene.close(batch, DestinationType.PVZ, scene.counter().pvz()),
                () -> scene.pickUp(batch, List.of(order), List.of()),
                () -> scene.deliver(batch)));
        Collections.shuffle(news, new Random(seed));

        news.forEach(Runnable::run);

        assertThat(scene.parcels(order)).containsExactly("EXPECTED", "EXPECTED");
        assertThat(expected()).hasSize(2);
        assertThat(scene.batchState(batch)).isEqualTo("DELIVERED");
    }

    @Test
    void expectsNothingOfABatchToAHubBeforeItTravelsOn() {
        scene.announce(order, batch, 1);
        scene.close(batch, DestinationType.HUB, id());
        scene.pickUp(batch, List.of(order), List.of());
        assertThat(scene.parcels(order)).isEmpty();

        String second = id();
        scene.event(
                "announceParcelsOnOrderBatched",
                BatchScene.batched(order, second, scene.counter().pvz(), 1, NOW.plusSeconds(100)));
        scene.close(second, DestinationType.PVZ, scene.counter().pvz());
        scene.pickUp(second, List.of(order), List.of());

        assertThat(scene.parcels(order)).containsExactly("EXPECTED");
    }

    @Test // out of order
    void keepsTheNewestBatchOfAnOrder() {
        scene.event(
                "announceParcelsOnOrderBatched",
                BatchScene.batched(order, batch, scene.counter().pvz(), 1, NOW.plusSeconds(100)));

        assertThat(scene.announce(order, id(), 1).result()).hasToString("IGNORED");
        scene.close(batch, DestinationType.PVZ, scene.counter().pvz());
        scene.pickUp(batch, List.of(order), List.of());

        assertThat(scene.parcels(order)).containsExactly("EXPECTED");
    }

    @ParameterizedTest // the announcement may come after the carrier left it behind
    @ValueSource(booleans = {true, false})
    void doesNotExpectWhatTheCarrierLeftBehind(boolean late) {
        scene.close(batch, DestinationType.PVZ, scene.counter().pvz());
        if (!late) {
            scene.announce(order, batch, 1);
        }
        scene.pickUp(batch, List.of(), List.of(order));
        if (late) {
            scene.announce(order, batch, 1);
        }
        scene.deliver(batch);

        assertThat(scene.parcels(order)).isEmpty();
    }

    @Test
    void expectsWhatTheCarrierTookBesides() {
        scene.announce(order, id(), 1);
        scene.close(batch, DestinationType.PVZ, scene.counter().pvz());

        scene.pickUp(batch, List.of(order), List.of());

        assertThat(expected())
                .singleElement()
                .satisfies(event -> assertThat(event.batchId()).isEqualTo(batch));
    }

    @ParameterizedTest // the announcement may come after the split
    @ValueSource(booleans = {true, false})
    void expectsEachParcelWithTheChildThatHasIt(boolean late) {
        String other = id();
        String child = id();
        String second = id();
        scene.close(batch, DestinationType.PVZ, scene.counter().pvz());
        scene.announce(other, batch, 1);
        if (!late) {
            scene.announce(order, batch, 1);
        }
        scene.pickUp(batch, List.of(order, other), List.of());
        scene.split(batch, Map.of(child, List.of(order), second, List.of(other)));
        if (late) {
            scene.announce(order, batch, 1);
        }

        assertThat(batchOf(order)).isEqualTo(child);
        assertThat(batchOf(other)).isEqualTo(second);
        assertThat(scene.batchState(batch)).isEqualTo("SPLIT");
        scene.deliver(child);
        assertThat(scene.receive(child, List.of(order), List.of()).status()).isEqualTo(200);
    }

    @Test
    void forgetsTheParcelsOfACancelledOrder() {
        List<String> ids = scene.aDeliveredBatch(2);
        scene.cancel(ids.get(1), OrderState.IN_TRANSIT);

        assertThat(scene.parcels(ids.get(1))).isEmpty();
        assertThat(scene.receive(ids.getFirst(), List.of(ids.get(2)), List.of()).status())
                .isEqualTo(200);
    }

    @Test // out of order: cancelled before it is announced
    void doesNotExpectAnOrderThatWasCancelledBefore() {
        scene.cancel(order, OrderState.BATCHED);
        scene.announce(order, batch, 1);
        scene.close(batch, DestinationType.PVZ, scene.counter().pvz());
        scene.pickUp(batch, List.of(order), List.of());

        assertThat(scene.parcels(order)).isEmpty();
    }

    @Test
    void leavesAParcelThatIsHereWhenItsOrderIsCancelled() {
        List<String> ids = scene.aDeliveredBatch(1);
        scene.receive(ids.getFirst(), List.of(ids.get(1)), List.of());

        scene.cancel(ids.get(1), OrderState.READY);

        assertThat(scene.parcels(ids.get(1))).containsExactly("ACCEPTED");
    }

    @Test
    void caresForNoOrderThatWasCancelledBeforeAnyBatch() {
        assertThat(scene.cancel(order, OrderState.AUTHORIZED).result()).hasToString("IGNORED");
    }

    private List<PvzOrderEvent.Expected> expected() {
        return scene.harness().emitted(PvzOrderEvent.Expected.TYPE).stream()
                .filter(event -> order.equals(event.orderId()))
                .toList();
    }

    private String batchOf(String ofOrder) {
        return scene.database().text("select batch_id from pickup_points.parcel where order_id = ?::uuid", ofOrder);
    }
}
