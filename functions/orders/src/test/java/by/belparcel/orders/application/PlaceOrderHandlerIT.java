package by.belparcel.orders.application;

import static by.belparcel.orders.OrderFixture.MINSK;
import static by.belparcel.orders.OrderFixture.PHONE;
import static by.belparcel.orders.OrderFixture.PVZ;
import static by.belparcel.orders.OrderFixture.SHOP;
import static by.belparcel.orders.OrderFixture.anOrder;
import static by.belparcel.orders.OrderFixture.place;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.OrderEvent;
import by.belparcel.kernel.Luhn;
import by.belparcel.orders.OrderFixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.ObjectNode;

class PlaceOrderHandlerIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = OrderFixture.harness(POSTGRES.database());
    }

    @Test
    void placesAnOrderWithPriceNumberAndLocation() {
        HttpReply reply = place(harness, anOrder());

        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertThat(reply.text("state")).isEqualTo("CREATED");
        assertThat(reply.text("public_code")).isEqualTo("pending");
        assertThat(reply.json().at("/price/amount").asLong()).isPositive();
        assertThat(reply.header("Location")).contains("/orders/" + reply.text("id"));
        String number = reply.text("number");
        assertThat(number).matches("BP-[0-9]{6}-[0-9]{6}-[0-9]");
        assertThat(number).endsWith("-" + Luhn.checkDigit(number.substring(3, number.length() - 2)));
    }

    @Test
    void emitsCreatedWithoutPersonalData() {
        String id = place(harness, anOrder()).text("id");

        var created = harness.emitted().stream()
                .filter(event -> event.is(OrderEvent.Created.TYPE)
                        && event.metadata().subject().equals(id))
                .toList();
        assertThat(created).hasSize(1);
        assertThat(created.getFirst().metadata().sequence()).isEqualTo(1);
        assertThat(created.getFirst().json().at("/weight_g").asInt()).isEqualTo(1500);
        assertThat(created.getFirst().toString()).doesNotContain("Купала", PHONE, "janka", "кнігі");
    }

    @Test
    void keepsPersonalDataOnlyEncrypted() {
        String id = place(harness, anOrder()).text("id");

        List<String> row = POSTGRES.database()
                .rows("select o::text, encode(contact, 'escape') from orders.orders o where id = ?::uuid", id)
                .getFirst();
        assertThat(row.getFirst()).doesNotContain("Купала", PHONE, "janka@example.by");
        assertThat(row.getLast()).doesNotContain("janka@example.by", PHONE);
    }

    @Test
    void storesEverythingThatThePriceDependsOn() {
        String id = place(harness, anOrder()).text("id");

        String facts = POSTGRES.database().text("select price_facts from orders.orders where id = ?::uuid", id);
        assertThat(facts).contains("\"distance_km\"", "\"orders_30d\"", "\"weight_g\": 1500");
    }

    @Test
    void setsTheTimerOfThePaymentDecision() {
        String id = place(harness, anOrder()).text("id");

        assertThat(POSTGRES.database()
                        .number(
                                "select count(*) from eventing.timers where kind = 'payment.decision-timeout' and subject = ?"
                                        + " and due_at between now() + interval '14 min' and now() + interval '15 min'",
                                id))
                .isEqualTo(1);
    }

    @Test // the natural key
    void refusesASecondOrderWithTheSameReferenceAndNamesTheFirst() {
        ObjectNode order = anOrder();
        String first = place(harness, order).text("id");

        HttpReply second = place(harness, order.put("comment", "once more"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("ORDER_ALREADY_EXISTS");
        assertThat(second.text("order_id")).isEqualTo(first);
    }

    @Test // the natural key under concurrency, each call with a key of its own
    void placesOneOrderWhenTheSameReferenceComesManyTimesAtOnce() {
        ObjectNode order = anOrder();

        List<HttpReply> replies = Flux.range(0, 20)
                .flatMap(
                        i -> harness.command("placeOrder")
                                .as(Principals.shop(SHOP))
                                .body(order)
                                .reply(),
                        20)
                .collectList()
                .block(Duration.ofSeconds(20));

        assertThat(replies).hasSize(20);
        assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 201)
                .allMatch(reply -> reply.code().equals("ORDER_ALREADY_EXISTS"));
    }

    @Test
    void letsTwoShopsUseTheSameReference() {
        ObjectNode order = anOrder();
        place(harness, order);

        HttpReply other = harness.command("placeOrder")
                .as(Principals.shop(OrderFixture.OTHER_SHOP))
                .body(order)
                .send();

        assertThat(other.status()).isEqualTo(201);
    }

    @Test // H-04
    void replaysTheSameAnswerForTheSameKey() {
        ObjectNode order = anOrder();
        HttpReply first = harness.command("placeOrder")
                .as(Principals.shop(SHOP))
                .key("k-1")
                .body(order)
                .send();
        HttpReply again = harness.command("placeOrder")
                .as(Principals.shop(SHOP))
                .key("k-1")
                .body(order)
                .send();

        assertThat(again.replayed()).isTrue();
        assertThat(again.text("id")).isEqualTo(first.text("id"));
    }

    @Test
    void demandsAnIdempotencyKey() {
        HttpReply reply = harness.command("placeOrder")
                .as(Principals.shop(SHOP))
                .withoutKey()
                .body(anOrder())
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @Test
    void letsAnOperatorPlaceForAShop() {
        HttpReply missing = harness.command("placeOrder")
                .as(Principals.operator())
                .body(anOrder())
                .send();
        HttpReply placed = harness.command("placeOrder")
                .as(Principals.operator())
                .body(anOrder().put("shop_id", SHOP))
                .send();

        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.text("errors/0/pointer")).isEqualTo("/shop_id");
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.text("shop_id")).isEqualTo(SHOP);
    }

    @Test // object level: another shop's id is not found
    void hidesOtherShopsFromAShop() {
        HttpReply reply = place(harness, anOrder().put("shop_id", OrderFixture.OTHER_SHOP));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("SHOP_NOT_FOUND");
    }

    @Test
    void refusesRolesThatMayNotOrder() {
        assertThat(harness.command("placeOrder")
                        .as(Principals.auditor())
                        .body(anOrder())
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(harness.command("placeOrder")
                        .as(Principals.pvzWorker(PVZ))
                        .body(anOrder())
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void countsEveryParcelIntoWeightAndVolume() {
        ObjectNode order = anOrder();
        order.withArray("parcels").addObject().put("weight_g", 500);

        HttpReply reply = place(harness, order);

        assertThat(reply.json().at("/weight_g").asInt()).isEqualTo(2000);
        assertThat(reply.json().at("/volume_cm3").asInt()).isEqualTo(6000 + 5000);
        assertThat(reply.json().at("/parcels/1/volume_estimated").asBoolean()).isTrue();
        assertThat(reply.json().at("/parcels/1/no").asInt()).isEqualTo(2);
    }

    @Test
    void answersWithTheVersionAsTag() {
        HttpReply reply = place(harness, anOrder().put("warehouse_id", MINSK).put("pvz_id", PVZ));

        assertThat(reply.header("ETag")).contains("\"v1\"");
    }
}
