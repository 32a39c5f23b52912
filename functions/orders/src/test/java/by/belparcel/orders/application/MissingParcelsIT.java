package by.belparcel.orders.application;

import static by.belparcel.orders.PvzFixture.accepted;
import static by.belparcel.orders.PvzFixture.receive;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.ParcelRef;
import by.belparcel.orders.TravellingOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An order of two parcels whose batch is received bit by bit: one parcel is missed and found before the other is heard of. */
class MissingParcelsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private TravellingOrder order;

    @BeforeEach
    void missAndFindTheFirst() {
        order = TravellingOrder.of(POSTGRES.database(), 2, false);
        receive(order.harness(), order.batch(), new ParcelRef(order.id(), 1));
        accepted(order.id(), 1, 2, 2).tell(order.harness());
        assertThat(order.state()).isEqualTo("MISSING");
    }

    @Test
    void isNotGivenUpWhileNothingIsMissing() {
        assertThat(fireTimer()).isEqualTo("IGNORED");
        assertThat(order.state()).isEqualTo("MISSING");

        accepted(order.id(), 2, 2, 2).tell(order.harness());
        assertThat(order.state()).isEqualTo("READY");
        order.keepsItsBooks();
    }

    @Test // domain 1.2: 72 h for every parcel
    void looksForEachParcelForItsOwnTime() {
        assertThat(timer(1)).isEqualTo("CANCELLED");

        receive(order.harness(), order.batch(), new ParcelRef(order.id(), 2));

        assertThat(timer(2)).isEqualTo("DUE");
        assertThat(fireTimer()).isEqualTo("APPLIED");
        assertThat(order.state()).isEqualTo("LOST");
        assertThat(order.emitted(OrderEvent.Lost.TYPE))
                .extracting(OrderEvent.Lost::parcelNo)
                .containsExactly(2);
    }

    @Test // payment, ticket and batch follow order.lost alone
    void tellsOfTheLossOfTheWholeOrderWhenNoParcelIsMissing() {
        var reply = order.harness()
                .command("markOrderLost")
                .as(Principals.operator())
                .path("id", order.id())
                .body("{}")
                .send();

        assertThat(reply.text("state")).isEqualTo("LOST");
        assertThat(order.emitted(OrderEvent.Lost.TYPE))
                .singleElement()
                .satisfies(lost -> assertThat(lost.parcelNo()).isNull());
    }

    private String fireTimer() {
        return order.fire("giveUpOrderOnMissingParcelTimeout", "pvz.missing-parcel")
                .result()
                .toString();
    }

    private String timer(int parcel) {
        return POSTGRES.database()
                .text(
                        "select status from eventing.timers where kind = 'pvz.missing-parcel' and dedupe_key = ?",
                        order.id() + '/' + parcel);
    }
}
