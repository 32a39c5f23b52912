package by.belparcel.orders.application;

import static by.belparcel.orders.OrderFixture.OTHER_SHOP;
import static by.belparcel.orders.OrderFixture.PHONE;
import static by.belparcel.orders.OrderFixture.PVZ;
import static by.belparcel.orders.OrderFixture.SHOP;
import static by.belparcel.orders.OrderFixture.aConfirmedOrder;
import static by.belparcel.orders.OrderFixture.aCreatedOrder;
import static by.belparcel.orders.OrderFixture.anOrder;
import static by.belparcel.orders.OrderFixture.place;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.QueryCall;
import by.belparcel.orders.OrderFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderQueriesIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        POSTGRES.database().execute("truncate orders.orders cascade");
        harness = OrderFixture.harness(POSTGRES.database());
    }

    @Test // quality section 7: who sees what of one order
    void masksTheContactAndThePriceByRole() {
        String id = aCreatedOrder(harness);

        HttpReply operator = get(id, Principals.operator());
        HttpReply worker = get(id, Principals.pvzWorker(PVZ));
        HttpReply agent = get(id, Principals.agent());
        HttpReply client = get(id, OrderFixture.recipient());

        assertThat(operator.text("recipient/phone")).isEqualTo(PHONE);
        assertThat(client.text("recipient/phone")).isEqualTo(PHONE);
        assertThat(agent.text("recipient/phone")).isEqualTo("+375 ** ***-**-67");
        assertThat(worker.text("recipient/phone")).isEqualTo("+375 ** ***-**-67");
        assertThat(worker.json().has("price")).isFalse();
        assertThat(worker.json().has("tracking_token")).isFalse();
        assertThat(worker.json().at("/recipient").has("email")).isFalse();
        assertThat(operator.header("ETag")).contains("\"v1\"");
    }

    @Test
    void showsThePaymentFromTheAuthorisationOn() {
        assertThat(get(aCreatedOrder(harness), Principals.operator()).json().has("payment"))
                .isFalse();
        HttpReply confirmed = get(aConfirmedOrder(harness), Principals.operator());

        assertThat(confirmed.text("payment/state")).isEqualTo("AUTHORIZED");
        assertThat(confirmed.text("pickup_ticket_id")).isNotEmpty();
    }

    @Test // S-050: 404 for what others own, 403 for roles without the action
    void hidesOrdersOfOthers() {
        String id = aCreatedOrder(harness);

        assertThat(get(id, Principals.shop(SHOP)).status()).isEqualTo(200);
        assertThat(get(id, Principals.shop(OTHER_SHOP)).status()).isEqualTo(404);
        assertThat(get(id, Principals.pvzWorker(OrderFixture.OTHER_PVZ)).status())
                .isEqualTo(404);
        assertThat(get(id, Principals.client("somebody")).status()).isEqualTo(404);
        assertThat(get(id, Principals.analyst()).status()).isEqualTo(403);
        assertThat(get("0190a001-0000-7000-8000-00000000ffff", Principals.operator())
                        .code())
                .isEqualTo("ORDER_NOT_FOUND");
        assertThat(get("1' or '1'='1", Principals.operator()).status()).isEqualTo(404);
    }

    @Test // H-31
    void pagesThroughAllOrdersWithoutDoublesOrGaps() {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            placed.add(aCreatedOrder(harness));
        }
        POSTGRES.database().execute("update orders.orders set created_at = timestamptz '2026-11-01 10:00Z'"); // H-33

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            QueryCall call = list(Principals.operator()).query("limit", "3");
            HttpReply page = (cursor.isEmpty() ? call : call.query("cursor", cursor)).send();
            page.json().at("/items").forEach(item -> seen.add(item.get("id").asString()));
            cursor = page.text("next_cursor");
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(placed).doesNotHaveDuplicates();
    }

    @Test
    void sortsBothWays() {
        String first = aCreatedOrder(harness);
        String last = aCreatedOrder(harness);

        assertThat(ids(list(Principals.operator()))).containsExactly(last, first);
        assertThat(ids(list(Principals.operator()).query("sort", "created_at"))).containsExactly(first, last);
    }

    @Test // S-054
    void listsOnlyOwnOrdersEvenWithACraftedFilter() {
        String own = aCreatedOrder(harness);
        String others = harness.command("placeOrder")
                .as(Principals.shop(OTHER_SHOP))
                .body(anOrder())
                .send()
                .text("id");
        Principal stranger = Principals.of("client", "c", Map.of("phone", List.of("+375440000000")));

        assertThat(ids(list(Principals.shop(SHOP)))).containsExactly(own);
        assertThat(ids(list(Principals.shop(SHOP)).query("shop", OTHER_SHOP))).isEmpty();
        assertThat(ids(list(Principals.pvzWorker(OrderFixture.OTHER_PVZ)))).isEmpty();
        assertThat(ids(list(Principals.pvzWorker(PVZ)))).containsExactlyInAnyOrder(own, others);
        Principal twoPoints = Principals.of("pvz_worker", "w", Map.of("pvz_id", List.of(OrderFixture.OTHER_PVZ, PVZ)));
        assertThat(ids(list(twoPoints))).containsExactlyInAnyOrder(own, others);
        assertThat(ids(list(twoPoints).query("pvz", OrderFixture.OTHER_PVZ))).isEmpty();
        assertThat(ids(list(stranger))).isEmpty();
        assertThat(ids(list(Principals.client("no-phone")))).isEmpty();
        assertThat(ids(list(OrderFixture.recipient()))).containsExactlyInAnyOrder(own, others);
        assertThat(ids(list(Principals.operator()).query("shop", OTHER_SHOP))).containsExactly(others);
    }

    @Test
    void filtersByEverythingThatStaffSearchFor() {
        String confirmed = aConfirmedOrder(harness);
        HttpReply created =
                place(harness, anOrder().put("shop_order_ref", "WEB_10/7").put("pvz_id", OrderFixture.OTHER_PVZ));
        String id = created.text("id");

        assertThat(ids(staff("state", "CONFIRMED"))).containsExactly(confirmed);
        assertThat(ids(staff("state", "CONFIRMED,CREATED"))).hasSize(2);
        assertThat(ids(staff("pvz", OrderFixture.OTHER_PVZ))).containsExactly(id);
        assertThat(ids(staff("warehouse", OrderFixture.INACTIVE_WAREHOUSE))).isEmpty();
        assertThat(ids(staff("phone_last4", "4567"))).hasSize(2);
        assertThat(ids(staff("phone_last4", "0000"))).isEmpty();
        assertThat(ids(staff("q", created.text("number").toLowerCase(java.util.Locale.ROOT))))
                .containsExactly(id);
        assertThat(ids(staff("q", "WEB_10"))).containsExactly(id);
        assertThat(ids(staff("q", "WEBX10"))).isEmpty();
        assertThat(ids(staff("q", "%"))).isEmpty();
        assertThat(ids(staff("created_from", "2020-01-01T00:00:00+03:00"))).hasSize(2);
        assertThat(ids(staff("created_to", "2020-01-01T00:00:00Z"))).isEmpty();
    }

    @ParameterizedTest // D7: unknown filter value -> 400 with the allowed list
    @CsvSource({
        "state, created",
        "state, DELIVERED",
        "state, ''",
        "shop, 17",
        "limit, 0",
        "limit, 101",
        "limit, ten",
        "sort, price",
        "created_from, 2026-11-01",
        "created_from, +999999999-12-31T23:59:59Z",
        "phone_last4, 12",
        "created_to, yesterday"
    })
    void refusesUnknownFilterValues(String name, String value) {
        HttpReply reply = staff(name, value).send();

        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.text("errors/0/pointer")).isEqualTo("/" + name);
        if (name.equals("state")) {
            assertThat(reply.json().at("/errors/0/limit").toString()).contains("CREATED", "CONFIRMED", "LOST");
        }
    }

    @Test // H-32
    void refusesACursorOfAnotherListOrCaller() {
        aCreatedOrder(harness);
        aCreatedOrder(harness);
        String cursor = list(Principals.operator()).query("limit", "1").send().text("next_cursor");

        assertThat(staff("state", "CREATED").query("cursor", cursor).send().code())
                .isEqualTo("CURSOR_MISMATCH");
        assertThat(list(Principals.admin()).query("cursor", cursor).send().code())
                .isEqualTo("CURSOR_MISMATCH");
        assertThat(staff("cursor", "garbage").send().code()).isEqualTo("CURSOR_MISMATCH");
    }

    @Test
    void tellsTheStoryOfAnOrder() {
        String id = aConfirmedOrder(harness);

        HttpReply staff = timeline(id, Principals.operator());
        HttpReply shop = timeline(id, Principals.shop(SHOP));

        assertThat(staff.json().at("/items").valueStream().map(e -> e.get("to").asString()))
                .containsExactly("CREATED", "AUTHORIZED", "CONFIRMED");
        assertThat(staff.text("items/0/actor")).isEqualTo("shop:user-of-" + SHOP);
        assertThat(shop.text("items/0/actor")).isEqualTo("shop");
        assertThat(timeline(id, Principals.shop(OTHER_SHOP)).status()).isEqualTo(404);
    }

    @Test
    void tracksPubliclyWithoutPersonalData() {
        HttpReply placed = place(harness, anOrder());

        HttpReply tracked = track(placed.text("number"), placed.text("tracking_token"));

        assertThat(tracked.status()).as(tracked.toString()).isEqualTo(200);
        assertThat(tracked.text("status/code")).isEqualTo("pending");
        assertThat(tracked.text("status/be")).isEqualTo("Афармляецца");
        assertThat(tracked.text("phone")).isEqualTo("+375 ** ***-**-67");
        assertThat(tracked.toString()).doesNotContain("Купала", PHONE, "janka", SHOP);
    }

    @Test
    void answersTheSameForAWrongTokenAndAnUnknownNumber() {
        HttpReply placed = place(harness, anOrder());

        HttpReply wrong = track(placed.text("number"), "x");
        HttpReply unknown = track("BP-261120-999999-9", placed.text("tracking_token"));

        assertThat(wrong.status()).isEqualTo(404);
        assertThat(wrong.json()).isEqualTo(unknown.json());
    }

    private HttpReply get(String id, Principal principal) {
        return harness.query("getOrder").as(principal).path("id", id).send();
    }

    private HttpReply timeline(String id, Principal principal) {
        return harness.query("getTimeline").as(principal).path("id", id).send();
    }

    private HttpReply track(String number, String token) {
        return harness.query("trackOrder")
                .path("number", number)
                .query("token", token)
                .send();
    }

    private QueryCall list(Principal principal) {
        return harness.query("listOrders").as(principal);
    }

    private QueryCall staff(String name, String value) {
        return list(Principals.operator()).query(name, value);
    }

    private static List<String> ids(QueryCall call) {
        HttpReply reply = call.send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json()
                .at("/items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .toList();
    }
}
