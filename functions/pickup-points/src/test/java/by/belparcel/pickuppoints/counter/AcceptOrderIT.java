package by.belparcel.pickuppoints.counter;

import static by.belparcel.pickuppoints.CounterScene.body;
import static by.belparcel.pickuppoints.CounterScene.number;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.RecordedEvent;
import by.belparcel.pickuppoints.CounterScene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

/** A courier brings parcels (domain pickup-points.md 2.3, rules 1, 6 and 7). */
class AcceptOrderIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup_points");

    private CounterScene scene;

    @BeforeEach
    void start() {
        scene = CounterScene.at(POSTGRES.database());
    }

    @Test
    void takesAParcelAndTellsItsPrice() {
        long number = number();

        HttpReply reply = scene.accept(body(number));

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.text("order/external_ref")).isEqualTo(Long.toString(number));
        assertThat(reply.text("order/user_id")).isEqualTo("123");
        assertThat(reply.text("order/state")).isEqualTo("ACCEPTED");
        assertThat(reply.text("order/package")).isEqualTo("BAG");
        assertThat(reply.json().at("/order/weight_g").asInt()).isEqualTo(2500);
        assertThat(reply.json().at("/order/price/amount").asInt()).isEqualTo(10_000);
        assertThat(reply.json().at("/order/surcharge/amount").asInt()).isEqualTo(500);
        assertThat(reply.json().at("/order/total_price/amount").asInt()).isEqualTo(10_500);
        assertThat(reply.text("order/cell")).isEqualTo("B-01-1");
        assertThat(reply.text("order/source")).isEqualTo("COURIER");
        assertThat(scene.stock()).isEqualTo(1);
        assertThat(scene.facts(number)).containsExactly("pvz-order.accepted");
    }

    @Test // 3.3: the form of the original contract beside our own
    void tellsTheFactInBothForms() {
        long number = number();
        scene.accept(body(number));

        RecordedEvent fact = scene.events(number).getFirst();

        assertThat(fact.json().at("/event_id").asString(""))
                .isEqualTo(fact.metadata().id());
        assertThat(fact.json().at("/event_type").asString("")).isEqualTo("by.belparcel.pvz-order.accepted.v1");
        assertThat(fact.json().at("/actor/type").asString("")).isEqualTo("worker");
        assertThat(fact.json().at("/order/id").asString("")).isEqualTo(Long.toString(number));
        assertThat(fact.json().at("/order/user_id").asString("")).isEqualTo("123");
        assertThat(fact.json().at("/order/status").asString("")).isEqualTo("ACCEPTED");
        assertThat(fact.json().at("/source").asString("")).isEqualTo("pvz-api");
        assertThat(fact.json().at("/total/amount").asInt()).isEqualTo(10_500);
    }

    @Test
    void writesHistoryAndSetsTimers() {
        long number = number();
        scene.accept(body(number));

        assertThat(scene.database().rows("""
                        select version, state, kind, actor_type, actor_id from pickup_points.history where external_ref = ?
                        """, number))
                .containsExactly(List.of("1", "ACCEPTED", "ACCEPTED", "worker", "worker-" + scene.pvz()));
        assertThat(scene.database().number("select count(*) from eventing.timers where subject = ?", scene.pvz()))
                .isEqualTo(3);
    }

    @Test // 3.2: without weight and price the configurable defaults count
    void takesAParcelOfWhichNothingIsKnown() {
        HttpReply reply =
                scene.accept(Map.of("order_id", number(), "user_id", 123, "storage_until", CounterScene.inDays(1)));

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.json().at("/order/weight_g").asInt()).isEqualTo(1);
        assertThat(reply.json().at("/order/total_price/amount").asInt()).isEqualTo(1);
        assertThat(reply.text("order/package")).isEqualTo("NONE");
    }

    @Test // domain README 4.2: numbers, texts and money objects mean the same
    void readsWeightAndPriceInEveryForm() {
        Map<String, Object> numbers = body(number());
        numbers.put("weight", 9.999);
        numbers.put("price", 105.5);
        Map<String, Object> money = body(number());
        money.put("price", Map.of("amount", 10_550, "currency", "BYN"));

        HttpReply one = scene.accept(numbers);
        HttpReply other = scene.accept(money);

        assertThat(one.status()).as("%s", one).isEqualTo(200);
        assertThat(one.json().at("/order/weight_g").asInt()).isEqualTo(9999);
        assertThat(one.json().at("/order/price")).isEqualTo(other.json().at("/order/price"));
    }

    @Test // what the order says of the parcel holds: price of its share, wrapping, checks, seven days
    void takesAnAnnouncedParcelByItsNumber() {
        String order = UUID.randomUUID().toString();
        String orderNumber = "BP-261120-" + (100_000 + number()) + "-3";
        scene.announce(order, orderNumber, "CARD_PREPAID", 2);

        HttpReply first = scene.accept(Map.of("order_id", "вр1|" + orderNumber + "|1/2"));
        HttpReply second = scene.accept(Map.of("order_id", order + "/2"));

        assertThat(first.status()).as("%s", first).isEqualTo(200);
        assertThat(first.json().at("/order/price/amount").asInt()).isEqualTo(1501);
        assertThat(first.json().at("/order/surcharge/amount").asInt()).isEqualTo(100);
        assertThat(first.text("order/order_id")).isEqualTo(order);
        assertThat(first.json().at("/order/id_check").asBoolean()).isTrue();
        assertThat(first.json().at("/order/version").asInt()).isEqualTo(1);
        assertThat(second.json().at("/order/weight_g").asInt()).isEqualTo(2000);
        assertThat(second.json().at("/order/parcel_no").asInt()).isEqualTo(2);
        assertThat(scene.database().number("""
                select count(*) from pickup_points.parcel
                where order_id = ?::uuid and storage_until between now() + interval '6 days 23 hours' and now() + interval '7 days'
                """, order)).isEqualTo(2);
        assertThat(scene.accept(Map.of("order_id", order + "/1")).code()).isEqualTo("ORDER_ALREADY_EXISTS");
    }

    @Test
    void takesAnExpectedParcel() {
        String order = UUID.randomUUID().toString();
        scene.announce(order, "BP-261120-" + (200_000 + number()) + "-3", "CARD_PREPAID", 1);
        scene.database().execute("""
                        insert into pickup_points.parcel (
                            id, order_id, parcel_no, client_id, pvz_id, state, version, packaging, weight_g, price_kopecks,
                            surcharge_kopecks, source, created_at, updated_at)
                        values (gen_random_uuid(), ?::uuid, 1, 'c', ?::uuid, 'EXPECTED', 1, 'BOX', 1000, 3001, 2000, 'BATCH', now(),
                                now())
                        """, order, scene.pvz());

        HttpReply reply = scene.accept(Map.of("order_id", order));

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.json().at("/order/version").asInt()).isEqualTo(2);
        assertThat(reply.text("order/source")).isEqualTo("BATCH");
        assertThat(scene.stock()).isEqualTo(1);
    }

    @Test // rule 7: the worker may choose another cell
    void putsTheParcelWhereTheWorkerSays() {
        Map<String, Object> body = body(number());
        body.put("cell", "ZZ-99-12");
        assertThat(scene.accept(body).text("order/cell")).isEqualTo("ZZ-99-12");

        Map<String, Object> other = body(number());
        other.put("cell", "ZZ-99-12");
        HttpReply reply = scene.accept(other);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("CELL_TAKEN");
    }

    @Test
    void takesParcelsForStaffWhoNameThePoint() {
        Map<String, Object> body = body(number());
        HttpReply nowhere = scene.harness()
                .command("acceptParcel")
                .as(Principals.admin())
                .body(body)
                .send();
        body.put("pvz_id", scene.pvz());
        HttpReply here = scene.harness()
                .command("acceptParcel")
                .as(Principals.admin())
                .body(body)
                .send();

        assertThat(nowhere.status()).isEqualTo(400);
        assertThat(nowhere.text("errors/0/pointer")).isEqualTo("/pvz_id");
        assertThat(here.status()).isEqualTo(200);
    }

    @Test // rule 6, A5: the last free place goes to one of many
    void givesTheLastPlaceToOneOfMany() {
        scene.database()
                .execute(
                        "update pickup_points.point set capacity_parcels = 10, stock = 9 where id = ?::uuid",
                        scene.pvz());

        List<HttpReply> replies = new ArrayList<>(Objects.requireNonNull(Flux.range(0, 20)
                .flatMap(i -> scene.call("acceptParcel", body(number())).reply(), 20)
                .collectList()
                .block()));

        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 200)
                .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("PVZ_CAPACITY_EXCEEDED"));
        assertThat(scene.stock()).isEqualTo(10);
        assertThat(scene.harness().emitted())
                .filteredOn(event -> event.metadata().type().equals("by.belparcel.pvz.capacity-full.v1"))
                .filteredOn(event -> event.json().path("pvz_id").asString("").equals(scene.pvz()))
                .hasSize(1);
    }

    @Test // D22: two terminals accept the same parcel
    void takesAParcelOnceWhenManyTerminalsScanIt() {
        long number = number();

        List<HttpReply> replies = Objects.requireNonNull(Flux.range(0, 20)
                .flatMap(i -> scene.call("acceptParcel", body(number)).reply(), 20)
                .collectList()
                .block());

        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 200)
                .allSatisfy(reply -> assertThat(reply.code()).isEqualTo("ORDER_ALREADY_EXISTS"));
        assertThat(scene.stock()).isEqualTo(1);
        assertThat(scene.facts(number)).hasSize(1);
    }
}
