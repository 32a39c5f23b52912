package by.belparcel.pickuptickets.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.CommandCall;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.PickupTicketEvent;
import by.belparcel.pickuptickets.Desk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who sees the code, who may change it, and where it never appears. */
class PickupCodeIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pickup-tickets");

    private final Desk desk = Desk.of(POSTGRES.database());
    private final FunctionHarness harness = desk.harness();

    private HttpReply code(Principal caller, String order) {
        return harness.query("getPickupCode").as(caller).path("id", order).send();
    }

    private HttpReply ticket(Principal caller, String order) {
        return harness.query("getPickupTicket").as(caller).path("id", order).send();
    }

    private CommandCall command(String function, Principal caller, String order) {
        return harness.command(function).as(caller).path("id", order);
    }

    @Test
    void showsTheClientTheCodeAndAQr() {
        String order = desk.active();

        HttpReply reply = code(Desk.clientOf(order), order);

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.text("code")).matches("[0-9]{6}");
        assertThat(reply.text("qr_token")).startsWith(reply.text("number") + "|");
        assertThat(reply.text("qr_svg")).startsWith("<svg ");
        assertThat(code(Desk.clientOf(order), order).text("code")).isEqualTo(reply.text("code"));
    }

    @Test // 3.2, S-050: never for staff, never for other clients
    void showsTheCodeToNobodyElse() {
        String order = desk.active();

        for (Principal staff : List.of(
                Principals.operator(),
                Principals.admin(),
                Principals.agent(),
                Principals.shop("s"),
                Principals.pvzWorker(Desk.PVZ))) {
            assertThat(code(staff, order).status()).as(staff.subject()).isEqualTo(403);
        }
        assertThat(code(Desk.clientOf(Desk.newId()), order).status()).isEqualTo(404);
        assertThat(code(Principals.client("somebody"), order).status()).isEqualTo(404);
    }

    @Test
    void hasNoCodeBeforeTheParcelsLieReady() {
        String order = desk.issued();

        HttpReply reply = code(Desk.clientOf(order), order);

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("INVALID_STATE");
        assertThat(command("rotatePickupCode", Desk.clientOf(order), order)
                        .send()
                        .code())
                .isEqualTo("INVALID_STATE");
    }

    @Test
    void showsTheTicketWithoutTheCode() {
        String order = desk.active();
        String secret = code(Desk.clientOf(order), order).text("code");

        HttpReply reply = ticket(Principals.operator(), order);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("state")).isEqualTo("ACTIVE");
        assertThat(reply.text("attempts_left")).isEqualTo("5");
        assertThat(reply.json().has("code")).isFalse();
        assertThat(reply.toString()).doesNotContain("\"" + secret + "\"");
        assertThat(ticket(Desk.clientOf(Desk.newId()), order).status()).isEqualTo(404);
        assertThat(ticket(Principals.operator(), "abc").code()).isEqualTo("PICKUP_TICKET_NOT_FOUND");
        assertThat(ticket(Principals.operator(), Desk.newId()).status()).isEqualTo(404);
    }

    @Test // 3.2, 3.4
    void isRotatedThreeTimesADay() {
        String order = desk.active();
        String before = code(Desk.clientOf(order), order).text("code");
        for (int i = 0; i < 3; i++) {
            HttpReply reply =
                    command("rotatePickupCode", Desk.clientOf(order), order).send();
            assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        }

        HttpReply fourth =
                command("rotatePickupCode", Desk.clientOf(order), order).send();

        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.code()).isEqualTo("RATE_LIMITED");
        assertThat(code(Desk.clientOf(order), order).text("code")).isNotEqualTo(before);
        assertThat(harness.emitted(PickupTicketEvent.CodeRotated.TYPE))
                .filteredOn(e -> e.orderId().equals(order))
                .hasSize(3);
    }

    @Test // 3.2: stored as a keyed hash; never in events
    void standsNowhereInTheDatabase() {
        String order = desk.active();
        assertThat(command("rotatePickupCode", Desk.clientOf(order), order)
                        .send()
                        .status())
                .isEqualTo(200);
        String secret = code(Desk.clientOf(order), order).text("code");

        Map<String, List<String>> everything = POSTGRES.database().effects();

        assertThat(everything.get("pickup_tickets.tickets")).anyMatch(row -> row.contains(order));
        everything.forEach((table, rows) -> rows.stream()
                .filter(row -> row.contains(order))
                .forEach(row -> assertThat(row)
                        .as(table)
                        .doesNotContainPattern("(?<![0-9a-f.:-])" + secret + "(?![0-9a-f-])")));
    }

    @Test // 3.4
    void letsTheClientNameOneOtherPerson() {
        String order = desk.issued();
        Principal client =
                Principals.of("client", "c", Map.of("order_id", List.of(order), "phone", List.of("+375291112233")));

        HttpReply named = command("delegatePickup", client, order)
                .withoutKey()
                .body("{\"name\":\"Anna Novak\",\"phone\":\"+375297654321\"}")
                .send();
        HttpReply own = command("delegatePickup", client, order)
                .withoutKey()
                .body("{\"name\":\"Me\",\"phone\":\"+375291112233\"}")
                .send();
        HttpReply wrong = command("delegatePickup", client, order)
                .withoutKey()
                .body("{\"name\":\"\",\"phone\":\"8029111\"}")
                .send();

        assertThat(named.status()).as("%s", named).isEqualTo(200);
        assertThat(named.text("delegated")).isEqualTo("true");
        assertThat(own.status()).isEqualTo(400);
        assertThat(own.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("errors").toString()).contains("/name", "/phone");
        assertThat(POSTGRES.database()
                        .text("select delegate_phone from pickup_tickets.tickets where order_id = ?::uuid", order))
                .hasSize(64);
        assertThat(command("delegatePickup", Principals.operator(), order)
                        .withoutKey()
                        .body("{\"name\":\"Anna\",\"phone\":\"+375297654321\"}")
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @Test // 3.2: unique among live codes of one pick-up point
    void isRefusedByTheDatabaseWhenSomebodyElseHoldsIt() {
        String one = desk.active();
        String other = desk.active();

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> POSTGRES.database()
                        .execute(
                                "update pickup_tickets.tickets set code_hash = (select code_hash from pickup_tickets.tickets"
                                        + " where order_id = ?::uuid) where order_id = ?::uuid",
                                one,
                                other))
                .hasStackTraceContaining("tickets_live_codes");
    }
}
