package by.belparcel.pickuppoints.receiving;

import static by.belparcel.pickuppoints.BatchScene.id;
import static by.belparcel.pickuppoints.BatchScene.lines;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.BatchEvent;
import by.belparcel.events.ParcelRef;
import by.belparcel.events.PvzEvent;
import by.belparcel.events.PvzOrderEvent;
import by.belparcel.kernel.DestinationType;
import by.belparcel.pickuppoints.BatchScene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a receipt does (domain delivery.md section 3 and pickup-points.md 2.4). */
class ReceiveBatchIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private static final String PHOTO = "0198c0de-0000-7000-8000-00000000002a";

    private BatchScene scene;
    private String batch;
    private List<String> orders;

    @BeforeEach
    void aBatchOfThreeStandsHere() {
        scene = BatchScene.at(POSTGRES.database());
        List<String> ids = scene.aDeliveredBatch(3);
        batch = ids.getFirst();
        orders = ids.subList(1, 4);
    }

    @Test // the announcements come from another context: a fast carrier is there before them
    void waitsForTheOrdersThatWereNotAnnouncedYet() {
        String fast = BatchScene.id();
        String known = BatchScene.id();
        String late = BatchScene.id();
        scene.announce(known, fast, 1);
        scene.event(
                "rememberDestinationOnBatchClosed",
                BatchScene.closed(fast, DestinationType.PVZ, scene.counter().pvz(), List.of(known, late)));
        scene.pickUp(fast, List.of(known, late), List.of());
        scene.deliver(fast);

        HttpReply early = scene.receive(fast, List.of(known, late), List.of());
        scene.announce(late, fast, 1);
        HttpReply then = scene.receive(fast, List.of(known, late), List.of());

        assertThat(early.status()).as("%s", early).isEqualTo(503);
        assertThat(early.text("code")).isEqualTo("BATCH_NOT_READY");
        assertThat(then.status()).as("%s", then).isEqualTo(200);
        assertThat(then.json().get("accepted")).hasSize(2);
        assertThat(then.json().get("extra")).isEmpty();
    }

    @Test
    void takesAWholeBatchWithPackagingCellAndDeadline() {
        HttpReply reply = scene.receive(batch, orders, List.of());

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.text("batch_id")).isEqualTo(batch);
        assertThat(reply.text("pvz_id")).isEqualTo(scene.counter().pvz());
        assertThat(reply.text("state")).isEqualTo("RECEIVED");
        assertThat(reply.json().get("accepted")).hasSize(3).allSatisfy(parcel -> {
            assertThat(parcel.get("state").asString()).isEqualTo("ACCEPTED");
            assertThat(parcel.get("package").asString()).isEqualTo("FILM");
            assertThat(parcel.at("/surcharge/amount").asInt()).isEqualTo(100);
            assertThat(parcel.at("/total_price/amount").asInt()).isEqualTo(3_101);
            assertThat(parcel.get("age_check").asBoolean()).isTrue();
            assertThat(parcel.get("source").asString()).isEqualTo("BATCH");
            assertThat(Duration.between(
                            Instant.now(),
                            Instant.parse(parcel.get("storage_until").asString())))
                    .isBetween(Duration.ofDays(7).minusMinutes(1), Duration.ofDays(7));
        });
        assertThat(reply.json()
                        .get("accepted")
                        .valueStream()
                        .map(p -> p.get("cell").asString()))
                .containsExactlyInAnyOrder("A-01-1", "A-01-2", "A-01-3");
        assertThat(scene.counter().stock()).isEqualTo(3);
        assertThat(scene.batchState(batch)).isEqualTo("RECEIVED");
    }

    @Test
    void tellsOfTheBatchAndOfEachParcel() {
        scene.receive(batch, orders.subList(0, 2), orders.subList(2, 3));

        assertThat(receipts()).singleElement().satisfies(event -> {
            assertThat(event.pvzId()).isEqualTo(scene.counter().pvz());
            assertThat(event.accepted())
                    .containsExactlyInAnyOrder(new ParcelRef(orders.get(0), 1), new ParcelRef(orders.get(1), 1));
            assertThat(event.missing()).containsExactly(new ParcelRef(orders.get(2), 1));
            assertThat(event.partial()).isTrue();
        });
        assertThat(accepted()).hasSize(2).allSatisfy(event -> {
            assertThat(event.batchId()).isEqualTo(batch);
            assertThat(event.acceptedFrom()).isEqualTo("BATCH");
            assertThat(event.actor().type()).isEqualTo("worker");
        });
        assertThat(scene.parcels(orders.get(2))).containsExactly("EXPECTED");
        assertThat(scene.batchState(batch)).isEqualTo("PARTIALLY_RECEIVED");
    }

    @Test
    void setsTheTimersOfABatchOnceForAll() {
        scene.receive(batch, orders, List.of());

        assertThat(scene.database()
                        .texts(
                                "select kind from eventing.timers where subject = ? order by kind",
                                scene.counter().pvz()))
                .containsExactly("pvz.storage-expiry", "pvz.storage-reminder", "pvz.storage-reminder");
    }

    @Test // the parcels that were missing may come later
    void takesMoreOfABatchThatWasPartlyReceived() {
        scene.receive(batch, orders.subList(0, 1), orders.subList(1, 3));

        HttpReply more = scene.receive(batch, orders.subList(1, 2), List.of());
        assertThat(more.text("state")).isEqualTo("PARTIALLY_RECEIVED");
        HttpReply all = scene.receive(batch, orders, List.of());

        assertThat(all.text("state")).isEqualTo("RECEIVED");
        assertThat(all.json().get("accepted")).hasSize(3);
        assertThat(scene.counter().stock()).isEqualTo(3);
        assertThat(accepted()).hasSize(3);
        assertThat(receipts().getLast().missing()).isEmpty();
        assertThat(receipts()).extracting(BatchEvent.ReceivedByPvz::partial).containsExactly(true, true, false);
    }

    @Test
    void answersTheSameRequestAgainAndRefusesAnotherAfterwards() {
        HttpReply first = scene.receive(batch, orders, List.of());
        HttpReply again = scene.receive(batch, orders, List.of());
        HttpReply other = scene.receive(batch, orders.subList(0, 2), orders.subList(2, 3));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("state")).isEqualTo(first.json().get("state"));
        assertThat(again.json().get("accepted")).hasSize(3);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("INVALID_STATE");
        assertThat(other.text("state")).isEqualTo("RECEIVED");
        assertThat(other.json().get("allowed").toString()).isEqualTo("[\"DELIVERED\",\"PARTIALLY_RECEIVED\"]");
        assertThat(receipts()).hasSize(1);
    }

    @Test
    void answersAPartialReceiptAgainThoughTheMissingParcelWasFoundMeanwhile() {
        Map<String, Object> body =
                Map.of("accepted", lines(orders.subList(0, 2)), "missing", lines(orders.subList(2, 3)));
        scene.receive(batch, body);
        assertThat(scene.counter().accept(Map.of("order_id", orders.get(2))).status())
                .isEqualTo(200);

        assertThat(scene.receive(batch, body).status()).isEqualTo(200);
        assertThat(receipts()).hasSize(1);
    }

    @Test
    void keepsADamagedParcelAsideAndReportsIt() {
        HttpReply reply = scene.receive(
                batch,
                Map.of(
                        "accepted", lines(orders.subList(0, 2)),
                        "damaged",
                                List.of(Map.of(
                                        "order_id", orders.get(2), "note", "torn", "attachment_ids", List.of(PHOTO)))));

        assertThat(reply.text("state")).isEqualTo("RECEIVED");
        assertThat(scene.parcels(orders.get(2))).containsExactly("EXPECTED");
        assertThat(scene.harness().emitted(PvzEvent.ParcelDamaged.TYPE).stream()
                        .filter(event -> event.batchId().equals(batch)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.orderId()).isEqualTo(orders.get(2));
                    assertThat(event.note()).isEqualTo("torn");
                    assertThat(event.attachmentIds()).containsExactly(PHOTO);
                });
        assertThat(scene.database()
                        .texts(
                                "select h.kind from pickup_points.history h join pickup_points.parcel p on p.id = h.parcel_id"
                                        + " where p.order_id = ?::uuid order by h.no",
                                orders.get(2)))
                .containsExactly("EXPECTED", "DAMAGED");
    }

    @Test // a parcel of this point that came with the wrong batch is here all the same
    void takesAnExtraParcelOfThisPoint() {
        String other = scene.aDeliveredBatch(1).get(1);

        HttpReply reply = scene.receive(
                batch, Map.of("accepted", lines(orders), "extra", List.of(Map.of("order_id", other, "note", "?"))));

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.json().get("accepted")).hasSize(3);
        assertThat(reply.json().at("/extra/0/order_id").asString()).isEqualTo(other);
        assertThat(scene.parcels(other)).containsExactly("ACCEPTED");
        assertThat(scene.counter().stock()).isEqualTo(4);
        assertThat(extras())
                .singleElement()
                .satisfies(event -> assertThat(event.orderId()).isEqualTo(other));
        assertThat(receipts().getLast().extra()).containsExactly(new ParcelRef(other, 1));
    }

    @Test // domain: receive an order not of the batch goes to extra
    void takesWhatIsNotOfTheBatchAsExtraAlthoughItIsListedAsAccepted() {
        String other = id();
        scene.announce(other, id(), 1);

        HttpReply reply = scene.receive(batch, List.of(orders.get(0), orders.get(1), orders.get(2), other), List.of());

        assertThat(reply.json().at("/extra/0/order_id").asString()).isEqualTo(other);
        assertThat(scene.parcels(other)).containsExactly("ACCEPTED");
        assertThat(extras()).hasSize(1);
    }

    @Test // its client must not be sent here
    void onlyReportsAnExtraParcelOfAnotherPointAndOneWithoutALabel() {
        BatchScene elsewhere = BatchScene.at(POSTGRES.database());
        String foreign = elsewhere.aDeliveredBatch(1).get(1);

        HttpReply reply = scene.receive(
                batch,
                Map.of(
                        "accepted", lines(orders),
                        "extra", List.of(Map.of("order_id", foreign), Map.of("note", "no label"))));

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(scene.parcels(foreign)).containsExactly("EXPECTED");
        assertThat(extras()).extracting(PvzEvent.ExtraFound::orderId).containsExactly(foreign, null);
        assertThat(scene.counter().stock()).isEqualTo(3);
    }

    @Test
    void letsTheWorkerChooseWrappingCellAndDeadlineOfAParcel() {
        String until = Instant.now().plus(Duration.ofDays(3)).toString();
        HttpReply reply = scene.receive(
                batch,
                Map.of(
                        "accepted",
                        List.of(
                                Map.of("order_id", orders.get(0)),
                                Map.of(
                                        "order_id",
                                        orders.get(1),
                                        "package",
                                        "box",
                                        "cell",
                                        "A-01-1",
                                        "storage_until",
                                        until),
                                Map.of("order_id", orders.get(2), "parcel_no", 1))));

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(scene.database()
                        .rows(
                                "select packaging, cell, surcharge_kopecks from pickup_points.parcel"
                                        + " where order_id = ?::uuid",
                                orders.get(1)))
                .containsExactly(List.of("BOX", "A-01-1", "2000"));
        assertThat(scene.database()
                        .texts("select cell from pickup_points.parcel where batch_id = ?::uuid order by 1", batch))
                .containsExactly("A-01-1", "A-01-2", "A-01-3");
    }

    @Test // a few statements, however many parcels
    void takesAHundredParcelsAtOnce() {
        List<String> ids = scene.aDeliveredBatch(100);

        HttpReply reply = scene.receive(ids.getFirst(), ids.subList(1, 101), List.of());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("accepted")).hasSize(100);
        assertThat(scene.counter().stock()).isEqualTo(100);
        assertThat(scene.database()
                        .number(
                                "select count(distinct cell) from pickup_points.parcel where batch_id = ?::uuid",
                                ids.getFirst()))
                .isEqualTo(100);
        assertThat(scene.database()
                        .number(
                                "select count(*) from eventing.timers where subject = ?",
                                scene.counter().pvz()))
                .isLessThanOrEqualTo(3);
    }

    @Test // delivered at another point than the one its orders go to: their clients must not be sent here
    void reportsParcelsOfTheBatchThatAreForAnotherPoint() {
        String elsewhere = by.belparcel.pickuppoints.CounterScene.aPoint(scene.database());
        scene.database()
                .execute(
                        "update pickup_points.parcel set pvz_id = ?::uuid where order_id = ?::uuid",
                        elsewhere,
                        orders.get(2));

        HttpReply reply = scene.receive(batch, orders, List.of());

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.json().get("accepted")).hasSize(2);
        assertThat(reply.json().get("extra")).hasSize(1);
        assertThat(reply.text("extra/0/order_id")).isEqualTo(orders.get(2));
        assertThat(scene.parcels(orders.get(2))).containsExactly("EXPECTED");
    }

    private List<BatchEvent.ReceivedByPvz> receipts() {
        return scene.harness().emitted(BatchEvent.ReceivedByPvz.TYPE).stream()
                .filter(event -> event.batchId().equals(batch))
                .toList();
    }

    private List<PvzOrderEvent.Accepted> accepted() {
        return scene.harness().emitted(PvzOrderEvent.Accepted.TYPE).stream()
                .filter(event -> batch.equals(event.batchId()))
                .toList();
    }

    private List<PvzEvent.ExtraFound> extras() {
        return scene.harness().emitted(PvzEvent.ExtraFound.TYPE).stream()
                .filter(event -> event.batchId().equals(batch))
                .toList();
    }
}
