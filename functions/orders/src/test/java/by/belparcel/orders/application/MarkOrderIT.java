package by.belparcel.orders.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.ParcelRef;
import by.belparcel.kernel.ReturnCause;
import by.belparcel.orders.OrderFixture;
import by.belparcel.orders.PvzFixture;
import by.belparcel.orders.TravellingOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MarkOrderIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private TravellingOrder order;

    @BeforeEach
    void start() {
        order = TravellingOrder.of(POSTGRES.database(), 2, false);
        order.deliver();
    }

    @Test // domain 1.2: MISSING → LOST by an operator
    void givesUpAMissingOrderOnce() {
        assertThat(mark("markOrderLost", "{}").status()).isEqualTo(409);
        PvzFixture.receive(order.harness(), order.batch(), new ParcelRef(order.id(), 1), new ParcelRef(order.id(), 2));

        HttpReply lost = mark("markOrderLost", "{\"note_code\": \"weather_flood\"}");
        HttpReply again = mark("markOrderLost", "{}");

        assertThat(lost.status()).isEqualTo(200);
        assertThat(lost.text("state")).isEqualTo("LOST");
        assertThat(lost.text("public_code")).isEqualTo("delivery_failed");
        assertThat(again.status()).isEqualTo(200);
        assertThat(order.emitted(OrderEvent.Lost.TYPE))
                .extracting(OrderEvent.Lost::parcelNo, OrderEvent.Lost::noteCode)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(1, "weather_flood"),
                        org.assertj.core.groups.Tuple.tuple(2, "weather_flood"));
        assertThat(order.emitted(OrderEvent.Missing.TYPE)).hasSize(2);
        order.keepsItsBooks();
    }

    @Test
    void notesADamageWithoutChangingTheState() {
        HttpReply noted = mark("markOrderDamaged", "{\"parcel_no\": 2}");

        assertThat(noted.text("state")).isEqualTo("AT_PVZ");
        assertThat(order.emitted(OrderEvent.Damaged.TYPE)).singleElement().satisfies(damaged -> {
            assertThat(damaged.parcelNo()).isEqualTo(2);
            assertThat(damaged.noteCode()).isEqualTo("carrier_damaged");
        });
        assertThat(mark("markOrderDamaged", "{\"parcel_no\": 11}").status()).isEqualTo(400);
        assertThat(mark("markOrderDamaged", "{\"parcel_no\": 3}").status()).isEqualTo(400);
        assertThat(timeline()).contains("DAMAGED", "carrier_damaged");
        order.keepsItsBooks();
    }

    @Test
    void endsAtTheWarehouse() {
        assertThat(mark("markOrderReturned", "{}").status()).isEqualTo(409);
        PvzFixture.returnedToCourier(order.id(), 1, 2, ReturnCause.EXPIRED, 3).tell(order.harness());
        PvzFixture.returnedToCourier(order.id(), 2, 2, ReturnCause.EXPIRED, 3).tell(order.harness());

        assertThat(mark("markOrderReturned", "{}").text("state")).isEqualTo("RETURNED");
        assertThat(mark("markOrderReturned", "{}").status()).isEqualTo(200);

        assertThat(order.emitted(OrderEvent.Returned.TYPE))
                .singleElement()
                .satisfies(returned -> assertThat(returned.warehouseId()).isEqualTo(OrderFixture.MINSK));
        assertThat(timeline()).contains("OVERDUE", "RETURNING", "RETURNED", "EXPIRED");
        order.keepsItsBooks();
    }

    @Test
    void isForStaffOnly() {
        HttpReply reply = order.harness()
                .command("markOrderDamaged")
                .as(Principals.shop(OrderFixture.SHOP))
                .path("id", order.id())
                .body("{}")
                .send();

        assertThat(reply.status()).isIn(403, 404);
        assertThat(order.emitted(OrderEvent.Damaged.TYPE)).isEmpty();
    }

    private HttpReply mark(String function, String body) {
        return order.harness()
                .command(function)
                .as(Principals.operator())
                .path("id", order.id())
                .body(body)
                .send();
    }

    private String timeline() {
        return order.harness()
                .query("getTimeline")
                .as(Principals.operator())
                .path("id", order.id())
                .send()
                .toString();
    }
}
