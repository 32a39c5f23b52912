package by.belparcel.orders.application;

import static by.belparcel.orders.OrderFixture.aCreatedOrder;
import static by.belparcel.orders.OrderFixture.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.OrderEvent;
import by.belparcel.orders.OrderFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeRecipientHandlerIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = OrderFixture.harness(POSTGRES.database());
    }

    @Test
    void changesOnlyWhatWasGivenAndEmitsNamesOnly() {
        String id = aCreatedOrder(harness);

        HttpReply reply = change(id, recipient(), "{\"phone\": \"+375447654321\", \"locale\": \"en\"}");

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.text("recipient/phone")).isEqualTo("+375447654321");
        assertThat(reply.text("recipient/name")).isEqualTo("Янка Купала");
        assertThat(reply.json().at("/version").asInt()).isEqualTo(2);
        var event = harness.emitted().stream()
                .filter(e -> e.is(OrderEvent.RecipientChanged.TYPE)
                        && e.metadata().subject().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(event.as(OrderEvent.RecipientChanged.TYPE).fields()).containsExactly("phone", "locale");
        assertThat(event.toString()).doesNotContain("7654321");
    }

    @Test
    void findsTheOrderByTheNewPhoneAfterwards() {
        String id = aCreatedOrder(harness);
        change(id, Principals.operator(), "{\"phone\": \"+375447654321\"}");

        assertThat(POSTGRES.database().text("select phone_last4 from orders.orders where id = ?::uuid", id))
                .isEqualTo("4321");
        assertThat(change(id, recipient(), "{\"name\": \"Іншы\"}").status()).isEqualTo(404);
    }

    @Test
    void changesNothingWhenTheValuesAreTheSame() {
        String id = aCreatedOrder(harness);

        HttpReply reply = change(id, Principals.operator(), "{\"name\": \"Янка Купала\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/version").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISSUED", "CLIENT_RETURNED", "RETURNING", "RETURNED", "LOST", "CANCELLED"})
    void refusesOnceTheOrderIsIssuedOrOver(String state) {
        String id = aCreatedOrder(harness);
        POSTGRES.database().execute("update orders.orders set state = ? where id = ?::uuid", state, id);

        assertThat(change(id, Principals.operator(), "{\"name\": \"Іншы\"}").code())
                .isEqualTo("INVALID_STATE");
    }

    @Test
    void leavesTheContactToClientsAndOperators() {
        String id = aCreatedOrder(harness);

        assertThat(change(id, Principals.shop(OrderFixture.SHOP), "{\"name\": \"Іншы\"}")
                        .status())
                .isEqualTo(403);
        assertThat(change(id, Principals.operator(), "{\"phone\": \"8029\"}").code())
                .isEqualTo("INVALID_PHONE");
        assertThat(change(id, Principals.operator(), "{\"expected_version\": 7}")
                        .code())
                .isEqualTo("VERSION_CONFLICT");
    }

    @Test
    void saysThatAnErasedContactIsGone() {
        String id = aCreatedOrder(harness);
        POSTGRES.database()
                .execute(
                        "update orders.orders set contact_key = null, contact = null, phone_index = null, phone_last4 = null"
                                + " where id = ?::uuid",
                        id);

        HttpReply reply = change(id, Principals.operator(), "{\"name\": \"Іншы\"}");
        HttpReply view = harness.query("getOrder")
                .as(Principals.operator())
                .path("id", id)
                .send();

        assertThat(reply.status()).isEqualTo(410);
        assertThat(view.status()).isEqualTo(200);
        assertThat(view.json().has("recipient")).isFalse();
    }

    private HttpReply change(String id, Principal principal, String body) {
        return harness.command("changeRecipient")
                .as(principal)
                .path("id", id)
                .body(body)
                .send();
    }
}
