package by.belparcel.orders.application;

import static by.belparcel.orders.OrderFixture.SHOP;
import static by.belparcel.orders.OrderFixture.aConfirmedOrder;
import static by.belparcel.orders.OrderFixture.aCreatedOrder;
import static by.belparcel.orders.OrderFixture.anAuthorizedOrder;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.OrderEvent;
import by.belparcel.orders.OrderFixture;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelOrderHandlerIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private static final String BODY = "{\"reason_code\": \"CHANGED_MIND\"}";

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = OrderFixture.harness(POSTGRES.database());
    }

    @Test
    void cancelsForTheShopUntilTheOrderIsOnItsWay() {
        for (String id :
                List.of(aCreatedOrder(harness), anAuthorizedOrder(harness), aConfirmedOrder(harness), batched())) {
            HttpReply reply = cancel(id, Principals.shop(SHOP), BODY);

            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            assertThat(reply.text("state")).isEqualTo("CANCELLED");
            assertThat(reply.text("cancel_reason")).isEqualTo("SHOP");
        }
    }

    @Test
    void tellsWhoCancelledAndInWhichState() {
        String id = aConfirmedOrder(harness);

        cancel(id, OrderFixture.recipient(), BODY);

        OrderEvent.Cancelled event = harness.emitted(OrderEvent.Cancelled.TYPE).stream()
                .filter(cancelled -> cancelled.orderId().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(event.reason()).isEqualTo("CLIENT");
        assertThat(event.wasState()).hasToString("CONFIRMED");
    }

    @Test // 1.6: cancel twice
    void answersTheSameWhenCancelledTwiceAndEmitsOnce() {
        String id = aCreatedOrder(harness);
        HttpReply first = cancel(id, Principals.operator(), BODY);
        HttpReply second = cancel(id, Principals.operator(), BODY);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(harness.emitted(OrderEvent.Cancelled.TYPE).stream()
                        .filter(e -> e.orderId().equals(id)))
                .hasSize(1);
    }

    @ParameterizedTest // 1.6: cancel IN_TRANSIT or later
    @ValueSource(
            strings = {
                "IN_TRANSIT",
                "AT_HUB",
                "AT_PVZ",
                "READY",
                "ISSUED",
                "OVERDUE",
                "MISSING",
                "CLIENT_RETURNED",
                "RETURNING",
                "RETURNED",
                "LOST"
            })
    void refusesFromInTransitOnAndNamesTheReturn(String state) {
        String id = aConfirmedOrder(harness);
        POSTGRES.database().execute("update orders.orders set state = ? where id = ?::uuid", state, id);

        HttpReply reply = cancel(id, Principals.operator(), BODY);

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("INVALID_STATE");
        assertThat(reply.text("state")).isEqualTo(state);
        assertThat(reply.json().at("/allowed").size()).isEqualTo(4);
        assertThat(reply.text("hint")).contains("return");
    }

    @Test
    void refusesAStaleVersionByBodyWith409AndByHeaderWith412() {
        String id = anAuthorizedOrder(harness);

        HttpReply body = cancel(id, Principals.operator(), "{\"reason_code\": \"OTHER\", \"expected_version\": 1}");
        HttpReply header = harness.command("cancelOrder")
                .as(Principals.operator())
                .path("id", id)
                .header("If-Match", "\"v1\"")
                .body(BODY)
                .send();

        assertThat(body.status()).isEqualTo(409);
        assertThat(body.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(body.json().at("/current_version").asInt()).isEqualTo(2);
        assertThat(header.status()).isEqualTo(412);
        assertThat(OrderFixture.state(POSTGRES.database(), id)).isEqualTo("AUTHORIZED");
    }

    @Test
    void acceptsTheTagOfTheVersionThatTheCallerSaw() {
        String id = anAuthorizedOrder(harness);

        HttpReply reply = harness.command("cancelOrder")
                .as(Principals.operator())
                .path("id", id)
                .header("If-Match", "\"v2\"")
                .body(BODY)
                .send();

        assertThat(reply.status()).isEqualTo(200);
    }

    @Test // S-050: object level
    void hidesOrdersOfOthers() {
        String id = aCreatedOrder(harness);
        Principal stranger = Principals.of("client", "client-2", java.util.Map.of("phone", List.of("+375447654321")));

        assertThat(cancel(id, Principals.shop(OrderFixture.OTHER_SHOP), BODY).status())
                .isEqualTo(404);
        assertThat(cancel(id, stranger, BODY).status()).isEqualTo(404);
        assertThat(cancel(id, Principals.auditor(), BODY).status()).isEqualTo(403);
        assertThat(cancel("not-a-uuid", Principals.operator(), BODY).code()).isEqualTo("ORDER_NOT_FOUND");
        assertThat(OrderFixture.state(POSTGRES.database(), id)).isEqualTo("CREATED");
    }

    @Test
    void demandsAReason() {
        HttpReply reply = cancel(aCreatedOrder(harness), Principals.operator(), "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("errors/0/pointer")).isEqualTo("/reason_code");
    }

    private String batched() {
        String id = aConfirmedOrder(harness);
        POSTGRES.database().execute("update orders.orders set state = 'BATCHED' where id = ?::uuid", id);
        return id;
    }

    private HttpReply cancel(String id, Principal principal, String body) {
        return harness.command("cancelOrder")
                .as(principal)
                .path("id", id)
                .body(body)
                .send();
    }
}
