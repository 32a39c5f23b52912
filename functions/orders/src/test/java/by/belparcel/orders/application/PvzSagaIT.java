package by.belparcel.orders.application;

import static by.belparcel.orders.PvzFixture.accepted;
import static by.belparcel.orders.PvzFixture.issued;
import static by.belparcel.orders.PvzFixture.receive;
import static by.belparcel.orders.PvzFixture.refused;
import static by.belparcel.orders.PvzFixture.returnedByClient;
import static by.belparcel.orders.PvzFixture.returnedToCourier;
import static by.belparcel.orders.PvzFixture.storageExpired;
import static by.belparcel.orders.PvzFixture.storageExtended;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.inbox.EventReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.ParcelRef;
import by.belparcel.kernel.ReturnCause;
import by.belparcel.orders.BatchFixture;
import by.belparcel.orders.OrderFixture;
import by.belparcel.orders.PvzFixture;
import by.belparcel.orders.TravellingOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PvzSagaIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private TravellingOrder order;

    @BeforeEach
    void start() {
        order = TravellingOrder.of(POSTGRES.database(), 1, false);
    }

    @Test
    void isReadyWithItsLastParcel() {
        TravellingOrder two = TravellingOrder.of(POSTGRES.database(), 2, false);
        two.deliver();

        tell(two, accepted(two.id(), 2, 2, 2));
        assertThat(two.state()).isEqualTo("AT_PVZ");
        tell(two, accepted(two.id(), 1, 2, 2));

        assertThat(two.state()).isEqualTo("READY");
        two.keepsItsBooks();
    }

    @Test // domain 5: order.completed after 48 h
    void isCompletedOnceWhenTheClientMayNoLongerReturnIt() {
        ready();
        tell(order, issued(order.id(), 1, 1, 3));
        assertThat(order.state()).isEqualTo("ISSUED");

        assertThat(order.timer("pvz.return-window")).isEqualTo("DUE");
        order.fire("completeOrderOnReturnWindowClosed", "pvz.return-window");
        assertThat(order.fire("completeOrderOnReturnWindowClosed", "pvz.return-window")
                        .result())
                .hasToString("IGNORED");

        assertThat(order.state()).isEqualTo("ISSUED");
        assertThat(order.emitted(OrderEvent.Completed.TYPE)).hasSize(1);
        order.keepsItsBooks();
    }

    @Test
    void goesTheWholeWayBackAfterAClientReturn() {
        ready();
        tell(order, issued(order.id(), 1, 1, 3));
        tell(order, returnedByClient(order.id(), 1, 1, 4));
        assertThat(order.state()).isEqualTo("CLIENT_RETURNED");
        assertThat(order.fire("completeOrderOnReturnWindowClosed", "pvz.return-window")
                        .result())
                .hasToString("IGNORED");
        tell(order, returnedToCourier(order.id(), 1, 1, ReturnCause.CLIENT_RETURN, 5));

        assertThat(order.state()).isEqualTo("RETURNING");
        assertThat(order.changes()).endsWith("ISSUED>CLIENT_RETURNED", "CLIENT_RETURNED>RETURNING CLIENT_RETURN");
        assertThat(order.emitted(OrderEvent.Completed.TYPE)).isEmpty();
        order.keepsItsBooks();
    }

    @Test
    void waitsLongerWhenItsStorageIsExtendedAndGoesBackWhenNobodyComes() {
        ready();
        tell(order, storageExpired(order.id(), 1, 3));
        assertThat(order.state()).isEqualTo("OVERDUE");
        tell(order, storageExtended(order.id(), 1, 4));
        assertThat(order.state()).isEqualTo("READY");
        tell(order, returnedToCourier(order.id(), 1, 1, ReturnCause.EXPIRED, 5));

        assertThat(order.state()).isEqualTo("RETURNING");
        assertThat(order.changes()).endsWith("READY>OVERDUE", "OVERDUE>RETURNING EXPIRED");
        order.keepsItsBooks();
    }

    @Test
    void goesBackFromReadyWhenTheClientRefusedIt() {
        ready();
        tell(order, refused(order.id(), 1, 1, 3));
        assertThat(order.state()).isEqualTo("READY");
        tell(order, returnedToCourier(order.id(), 1, 1, ReturnCause.REFUSED, 4));

        assertThat(order.state()).isEqualTo("RETURNING");
        assertThat(order.changes()).endsWith("READY>RETURNING REFUSED");
    }

    @Test // domain 1.2: partial issue
    void isIssuedInPartOnlyWhenItMayBe() {
        for (boolean partial : new boolean[] {true, false}) {
            TravellingOrder two = TravellingOrder.of(POSTGRES.database(), 2, partial);
            two.deliver();
            tell(two, accepted(two.id(), 1, 2, 2));
            tell(two, accepted(two.id(), 2, 2, 2));
            tell(two, refused(two.id(), 1, 2, 3));
            tell(two, issued(two.id(), 2, 2, 3));

            assertThat(two.state()).isEqualTo(partial ? "ISSUED" : "READY");
            tell(two, returnedToCourier(two.id(), 1, 2, ReturnCause.REFUSED, 4));
            assertThat(two.state()).isEqualTo("ISSUED");
            assertThat(two.changes()).endsWith("READY>ISSUED PARTIAL");
            two.keepsItsBooks();
        }
    }

    @Test
    void isFoundAgain() {
        TravellingOrder two = TravellingOrder.of(POSTGRES.database(), 2, false);
        two.deliver();
        tell(two, accepted(two.id(), 1, 2, 2));

        receive(two.harness(), two.batch(), new ParcelRef(two.id(), 2));
        assertThat(two.state()).isEqualTo("MISSING");
        assertThat(two.timer("pvz.missing-parcel")).isEqualTo("DUE");
        assertThat(two.emitted(OrderEvent.Missing.TYPE)).singleElement().satisfies(missing -> {
            assertThat(missing.parcelNo()).isEqualTo(2);
            assertThat(missing.batchId()).isEqualTo(two.batch());
            assertThat(missing.pvzId()).isEqualTo(OrderFixture.PVZ);
        });
        tell(two, accepted(two.id(), 2, 2, 2));

        assertThat(two.state()).isEqualTo("READY");
        assertThat(two.fire("giveUpOrderOnMissingParcelTimeout", "pvz.missing-parcel")
                        .result())
                .hasToString("IGNORED");
        two.keepsItsBooks();
    }

    @Test
    void isLostWhenItsTimeIsUp() {
        order.deliver();
        receive(order.harness(), order.batch(), new ParcelRef(order.id(), 1));
        order.fire("giveUpOrderOnMissingParcelTimeout", "pvz.missing-parcel");

        assertThat(order.state()).isEqualTo("LOST");
        assertThat(order.emitted(OrderEvent.Lost.TYPE)).singleElement().satisfies(lost -> {
            assertThat(lost.parcelNo()).isEqualTo(1);
            assertThat(lost.noteCode()).isEqualTo("carrier_lost");
        });
        assertThat(accepted(order.id(), 1, 1, 2).tell(order.harness()).result()).hasToString("IGNORED");
        order.keepsItsBooks();
    }

    @Test // events.pvz ahead of events.batch
    void isCarriedAlongByFactsThatOvertakeTheDelivery() {
        TravellingOrder fast = TravellingOrder.added(POSTGRES.database(), 1, false);

        tell(fast, issued(fast.id(), 1, 1, 3));
        assertThat(fast.state()).isEqualTo("ISSUED");
        assertThat(accepted(fast.id(), 1, 1, 2).tell(fast.harness()).result()).hasToString("IGNORED");
        fast.deliver();

        assertThat(fast.state()).isEqualTo("ISSUED");
        assertThat(fast.changes()).endsWith("BATCHED>IN_TRANSIT", "IN_TRANSIT>AT_PVZ", "AT_PVZ>READY", "READY>ISSUED");
        fast.keepsItsBooks();
    }

    @Test
    void asksForFactsAgainThatAreFasterThanTheWholeJourney() {
        TravellingOrder confirmed = TravellingOrder.confirmed(POSTGRES.database(), 1, false);
        ParcelRef parcel = new ParcelRef(confirmed.id(), 1);

        assertThat(early(accepted(confirmed.id(), 1, 1, 2).tell(confirmed.harness())))
                .contains("JOURNEY_NOT_SEEN");
        assertThat(early(receive(confirmed.harness(), confirmed.batch(), parcel)))
                .contains("PICKUP_NOT_SEEN");
        BatchFixture.add(confirmed.harness(), confirmed.batch(), confirmed.id());
        assertThat(early(receive(confirmed.harness(), confirmed.batch(), parcel)))
                .contains("PICKUP_NOT_SEEN");
        BatchFixture.pickUp(confirmed.harness(), confirmed.batch(), confirmed.id());
        receive(confirmed.harness(), confirmed.batch(), parcel);
        assertThat(confirmed.state()).isEqualTo("MISSING");
        BatchFixture.deliver(confirmed.harness(), confirmed.batch());

        assertThat(confirmed.state()).isEqualTo("MISSING");
        confirmed.keepsItsBooks();
    }

    @Test
    void doesNotMissWhatWasAcceptedMeanwhile() {
        order.deliver();
        tell(order, accepted(order.id(), 1, 1, 2));
        EventReply late = receive(order.harness(), order.batch(), new ParcelRef(order.id(), 1));

        assertThat(late.result()).hasToString("IGNORED");
        assertThat(order.state()).isEqualTo("READY");
    }

    @Test
    void leavesParcelsOfOthersAndOfOtherPlacesAlone() {
        order.deliver();

        assertThat(accepted(null, OrderFixture.PVZ, 1, 1, 2)
                        .tell(order.harness())
                        .result())
                .hasToString("IGNORED");
        assertThat(accepted(order.id(), OrderFixture.OTHER_PVZ, 1, 1, 2)
                        .tell(order.harness())
                        .result())
                .hasToString("IGNORED");
        assertThat(accepted(order.id(), 2, 2, 2).tell(order.harness()).result()).hasToString("IGNORED");
        assertThat(order.state()).isEqualTo("AT_PVZ");
    }

    private void ready() {
        order.deliver();
        tell(order, accepted(order.id(), 1, 1, 2));
        assertThat(order.state()).isEqualTo("READY");
    }

    private static void tell(TravellingOrder order, PvzFixture.Fact fact) {
        assertThat(fact.tell(order.harness()).status()).isEqualTo(204);
    }

    private static String early(EventReply reply) {
        assertThat(reply.status()).isEqualTo(503);
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
