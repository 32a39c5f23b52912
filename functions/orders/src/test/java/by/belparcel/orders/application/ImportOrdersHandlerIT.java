package by.belparcel.orders.application;

import static by.belparcel.orders.OrderFixture.SHOP;
import static by.belparcel.orders.OrderFixture.anOrder;
import static by.belparcel.orders.OrderFixture.place;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.OrderEvent;
import by.belparcel.orders.OrderFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ImportOrdersHandlerIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = OrderFixture.harness(POSTGRES.database());
    }

    @Test // D27: a result for each row
    void placesGoodRowsAndExplainsBadOnes() {
        ObjectNode known = anOrder();
        String first = place(harness, known).text("id");
        ObjectNode body = Json.mapper().createObjectNode();
        ArrayNode orders = body.putArray("orders");
        orders.add(anOrder()).add(anOrder().put("warehouse_id", OrderFixture.INACTIVE_WAREHOUSE));
        orders.add(anOrder().put("shop_order_ref", "a b"))
                .add(known)
                .add("text")
                .add(anOrder().put("shop_id", OrderFixture.OTHER_SHOP));

        HttpReply reply = harness.command("importOrders")
                .as(Principals.shop(SHOP))
                .body(body)
                .send();

        assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
        assertThat(reply.json().at("/summary/ok").asInt()).isEqualTo(1);
        assertThat(reply.json().at("/summary/failed").asInt()).isEqualTo(5);
        assertThat(reply.text("results/0/number")).startsWith("BP-");
        assertThat(reply.text("results/1/code")).isEqualTo("WAREHOUSE_INACTIVE");
        assertThat(reply.text("results/2/code")).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.text("results/3/code")).isEqualTo("ORDER_ALREADY_EXISTS");
        assertThat(reply.text("results/3/id")).isEqualTo(first);
        assertThat(reply.text("results/4/code")).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.text("results/5/code")).isEqualTo("SHOP_NOT_FOUND");
        assertThat(harness.emitted(OrderEvent.ImportFinished.TYPE)).anyMatch(e -> e.ok() == 1 && e.failed() == 5);
    }

    @Test
    void keepsTheResultForTheShopThatImported() {
        ObjectNode body = Json.mapper().createObjectNode();
        body.putArray("orders").add(anOrder());
        HttpReply reply = harness.command("importOrders")
                .as(Principals.shop(SHOP))
                .body(body)
                .send();
        String id = reply.text("id");

        assertThat(reply.header("Location")).contains("/orders/imports/" + id);
        assertThat(harness.query("getImport")
                        .as(Principals.shop(SHOP))
                        .path("id", id)
                        .send()
                        .json())
                .isEqualTo(reply.json());
        assertThat(harness.query("getImport")
                        .as(Principals.shop(OrderFixture.OTHER_SHOP))
                        .path("id", id)
                        .send()
                        .code())
                .isEqualTo("IMPORT_NOT_FOUND");
    }

    @Test
    void refusesMoreThanAThousandRows() {
        ObjectNode body = Json.mapper().createObjectNode();
        ArrayNode orders = body.putArray("orders");
        for (int i = 0; i < 1_001; i++) {
            orders.addObject();
        }

        HttpReply reply = harness.command("importOrders")
                .as(Principals.shop(SHOP))
                .body(body)
                .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("errors/0/pointer")).isEqualTo("/orders");
    }
}
