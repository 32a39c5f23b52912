package by.belparcel.pickuppoints.receiving;

import static by.belparcel.pickuppoints.BatchScene.id;
import static by.belparcel.pickuppoints.BatchScene.lines;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.kernel.DestinationType;
import by.belparcel.pickuppoints.BatchScene;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Receipts that are refused; nothing of them stays. */
class ReceiveBadInputIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private BatchScene scene;
    private String batch;
    private List<String> orders;

    @BeforeEach
    void aBatchOfTwoStandsHere() {
        scene = BatchScene.at(POSTGRES.database());
        List<String> ids = scene.aDeliveredBatch(2);
        batch = ids.getFirst();
        orders = ids.subList(1, 3);
    }

    @AfterEach
    void nothingWasTaken() {
        assertThat(scene.counter().stock()).isZero();
        assertThat(scene.database()
                        .number(
                                "select count(*) from eventing.timers where subject = ?",
                                scene.counter().pvz()))
                .isZero();
    }

    @Test
    void refusesABatchThatNobodyKnows() {
        assertThat(scene.receive(id(), orders, List.of()).code()).isEqualTo("BATCH_NOT_FOUND");
        assertThat(scene.receive("7", orders, List.of()).status()).isEqualTo(404);
    }

    @Test
    void refusesABatchOfAnotherPoint() {
        HttpReply reply = BatchScene.at(POSTGRES.database()).receive(batch, orders, List.of());

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("WRONG_PVZ");
    }

    @Test
    void refusesABatchThatWasNotHandedOver() {
        String onItsWay = id();
        scene.announce(orders.get(0), onItsWay, 1);
        assertThat(refusedState(onItsWay)).isEqualTo("ANNOUNCED");
        scene.close(onItsWay, DestinationType.PVZ, scene.counter().pvz());
        scene.pickUp(onItsWay, List.of(), List.of());

        assertThat(refusedState(onItsWay)).isEqualTo("ON_ITS_WAY");
    }

    @Test
    void refusesRolesThatDoNotReceive() {
        for (var caller : List.of(Principals.client("c"), Principals.carrier("c"), Principals.operator())) {
            assertThat(scene.harness()
                            .command("receiveBatch")
                            .as(caller)
                            .path("id", batch)
                            .body(Map.of("accepted", lines(orders)))
                            .send()
                            .status())
                    .isIn(403, 404);
        }
    }

    @Test // 400 DUPLICATE_ORDER_ID
    void refusesAParcelThatIsNamedTwice() {
        assertThat(scene.receive(batch, List.of(orders.get(0), orders.get(0), orders.get(1)), List.of())
                        .code())
                .isEqualTo("DUPLICATE_ORDER_ID");
        assertThat(scene.receive(batch, orders, orders.subList(0, 1)).code()).isEqualTo("DUPLICATE_ORDER_ID");
        String number = scene.database()
                .text("select order_number from pickup_points.parcel where order_id = ?::uuid", orders.get(0));
        HttpReply twoNames = scene.receive(batch, List.of(orders.get(0), orders.get(1), number + "/1"), List.of());
        assertThat(twoNames.status()).isEqualTo(400);
        assertThat(twoNames.code()).isEqualTo("DUPLICATE_ORDER_ID");
    }

    @Test
    void refusesListsThatDoNotCoverTheBatch() {
        HttpReply reply = scene.receive(batch, orders.subList(0, 1), List.of());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.json().get("errors").toString()).contains("NOT_COVERED");
        assertThat(reply.json().get("not_covered")).hasSize(1);
    }

    @Test
    void refusesAMissingParcelThatWasNeverInTheBatch() {
        HttpReply reply = scene.receive(batch, orders, List.of(id()));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").toString()).contains("/missing/0/order_id", "NOT_IN_BATCH");
    }

    @Test
    void asksWhichParcelOfAnOrderWithSeveralIsMeant() {
        String other = id();
        String order = id();
        scene.announce(order, other, 2);
        scene.close(other, DestinationType.PVZ, scene.counter().pvz());
        scene.pickUp(other, List.of(order), List.of());
        scene.deliver(other);

        HttpReply reply = scene.receive(other, List.of(order), List.of());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").toString()).contains("/accepted/0/order_id", "PARCEL_NO");
    }

    @Test
    void refusesAttachmentsThatAreNoIds() {
        for (String attachment : List.of("\u0000", "photo.jpg", "\ud800")) {
            HttpReply reply = scene.receive(
                    batch,
                    Map.of(
                            "accepted",
                            lines(orders),
                            "extra",
                            List.of(Map.of("note", "no label", "attachment_ids", List.of(attachment)))));
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.json().get("errors").toString()).contains("/extra/0/attachment_ids", "entry 1");
        }
    }

    @Test
    void refusesUnknownWrappingAndOneThatDoesNotCarryTheParcel() {
        scene.database()
                .execute("update pickup_points.parcel set weight_g = 10000 where order_id = ?::uuid", orders.get(1));

        HttpReply unknown = wrapped("crate");
        HttpReply heavy = wrapped("BAG");

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.code()).isEqualTo("INVALID_PACKAGE");
        assertThat(heavy.status()).isEqualTo(422);
        assertThat(heavy.code()).isEqualTo("WEIGHT_TOO_HEAVY");
        assertThat(heavy.text("at")).isEqualTo("/accepted/1/order_id");
    }

    @Test
    void refusesACellThatIsTakenAndADeadlineInThePast() {
        List<Map<String, Object>> sameCell = List.of(
                Map.of("order_id", orders.get(0), "cell", "A-01-1"),
                Map.of("order_id", orders.get(1), "cell", "A-01-1"));
        assertThat(scene.receive(batch, Map.of("accepted", sameCell)).code()).isEqualTo("CELL_TAKEN");

        List<Map<String, Object>> past = List.of(
                Map.of("order_id", orders.get(0)),
                Map.of("order_id", orders.get(1), "storage_until", "2020-01-01T00:00:00Z"));
        assertThat(scene.receive(batch, Map.of("accepted", past)).status()).isEqualTo(400);
    }

    private String refusedState(String of) {
        HttpReply reply = scene.receive(of, orders, List.of());
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("INVALID_STATE");
        assertThat(reply.json().get("allowed")).hasSize(2);
        return reply.text("state");
    }

    private HttpReply wrapped(String packaging) {
        return scene.receive(
                batch,
                Map.of(
                        "accepted",
                        List.of(
                                Map.of("order_id", orders.get(0)),
                                Map.of("order_id", orders.get(1), "package", packaging))));
    }
}
