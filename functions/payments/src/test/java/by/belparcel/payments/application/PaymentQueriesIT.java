package by.belparcel.payments.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.QueryCall;
import by.belparcel.kernel.Numbers;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.payments.Shop;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What callers see of payments, and what they do not. */
class PaymentQueriesIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("payments");

    private final Shop shop = Shop.of(POSTGRES.database());
    private final FunctionHarness harness = shop.harness();

    private HttpReply get(String function, Principal caller, String id) {
        return harness.query(function).as(caller).path("id", id).send();
    }

    private String orderOf(String shopId) {
        String order = Shop.newId();
        harness.event(
                "authorizePaymentOnOrderCreated", Shop.created(shopId, order, PaymentMethod.SHOP_ACCOUNT, 900, 0), 1);
        return order;
    }

    @Test
    void showsAPaymentByItsIdAndByItsOrder() {
        String order = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 900);

        HttpReply byId = get("getPayment", Principals.operator(), shop.payment(order));
        HttpReply byOrder = get("getOrderPayment", Principals.operator(), order);

        assertThat(byId.status()).as("%s", byId).isEqualTo(200);
        assertThat(byId.bytes()).isEqualTo(byOrder.bytes());
        assertThat(byId.text("state")).isEqualTo("CAPTURED");
        assertThat(byId.text("amount/amount")).isEqualTo("900");
        assertThat(byId.text("order_id")).isEqualTo(order);
    }

    @Test // S-050, S-054
    void showsShopsAndClientsTheirOwnOnly() {
        String order = orderOf("shop-a");
        Principal mine = Principals.of("client", "c-1", Map.of("order_id", List.of(order)));
        Principal other = Principals.of("client", "c-1", Map.of("order_id", List.of(Shop.newId())));

        assertThat(get("getOrderPayment", Principals.shop("shop-a"), order).status())
                .isEqualTo(200);
        assertThat(get("getOrderPayment", Principals.shop("shop-b"), order).status())
                .isEqualTo(404);
        assertThat(get("getOrderPayment", mine, order).status()).isEqualTo(200);
        assertThat(get("getOrderPayment", other, order).status()).isEqualTo(404);
        assertThat(get("getOrderPayment", Principals.carrier("x"), order).status())
                .isEqualTo(403);
        assertThat(get("getOrderPayment", Principals.auditor(), order).status()).isEqualTo(200);
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        for (String id : List.of(Shop.newId(), "abc", "' or 1=1 --")) {
            HttpReply reply = get("getPayment", Principals.operator(), id);
            assertThat(reply.status()).as(id).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("PAYMENT_NOT_FOUND");
        }
    }

    private QueryCall list(Principal caller) {
        return harness.query("listPayments").as(caller);
    }

    @Test
    void listsEveryPaymentOnceAcrossPages() {
        for (int i = 0; i < 5; i++) {
            orderOf("shop-pages");
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            QueryCall call = list(Principals.shop("shop-pages")).query("limit", "2");
            HttpReply page = (cursor.isEmpty() ? call : call.query("cursor", cursor)).send();
            assertThat(page.status()).as("%s", page).isEqualTo(200);
            for (JsonNode item : page.json().get("items")) {
                assertThat(item.get("shop_id").asString()).isEqualTo("shop-pages");
                seen.add(item.get("id").asString());
            }
            cursor = page.text("next_cursor");
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void filtersByStateAndTime() {
        String declined = shop.order(PaymentMethod.CARD_PREPAID, 913);
        String today = LocalDate.ofInstant(now(), Numbers.MINSK).toString();

        HttpReply found = list(Principals.operator())
                .query("state", "DECLINED")
                .query("from", today)
                .send();
        HttpReply none = list(Principals.operator())
                .query("to", "2020-01-01T00:00:00+03:00")
                .send();

        assertThat(found.json().get("items").toString()).contains(shop.payment(declined));
        found.json()
                .get("items")
                .forEach(i -> assertThat(i.get("state").asString()).isEqualTo("DECLINED"));
        assertThat(none.json().get("items").size()).isZero();
    }

    @Test
    void saysWhatIsWrongWithAList() {
        HttpReply reply = list(Principals.operator())
                .query("state", "PAID")
                .query("from", "yesterday")
                .query("limit", "101")
                .send();
        HttpReply cursor =
                list(Principals.operator()).query("cursor", "made-up").send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("errors").toString()).contains("/state", "/from", "/limit");
        assertThat(cursor.code()).isEqualTo("CURSOR_MISMATCH");
        assertThat(list(Principals.client("c")).send().status()).isEqualTo(403);
    }

    @Test
    void comparesBothBooks() {
        String paid = shop.capturedOrder(PaymentMethod.CARD_PREPAID, 900);
        String unseen = shop.order(PaymentMethod.CARD_PREPAID, 700);
        String today = LocalDate.ofInstant(now(), Numbers.MINSK).toString();
        HttpReply agreed = reconcile(today);
        POSTGRES.database()
                .execute(
                        "update provider_sim.charges set state = 'CAPTURED', captured = amount, captured_at = now() where id = ?",
                        shop.payment(unseen));
        POSTGRES.database().execute("update provider_sim.charges set captured = 1 where id = ?", shop.payment(paid));

        HttpReply differing = reconcile(today);

        assertThat(agreed.status()).as("%s", agreed).isEqualTo(200);
        assertThat(agreed.json().get("differences").size()).as("%s", agreed).isZero();
        assertThat(agreed.text("ours/captured")).isEqualTo(agreed.text("theirs/captured"));
        List<String> problems = new ArrayList<>();
        differing
                .json()
                .get("differences")
                .forEach(d -> problems.add(d.get("problem").asString()));
        assertThat(problems).containsExactlyInAnyOrder("AMOUNT", "MISSING_HERE");
        assertThat(harness.query("reconcilePayments")
                        .as(Principals.admin())
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(harness.query("reconcilePayments")
                        .as(Principals.shop("s"))
                        .query("date", today)
                        .send()
                        .status())
                .isEqualTo(403);
    }

    private HttpReply reconcile(String date) {
        return harness.query("reconcilePayments")
                .as(Principals.admin())
                .query("date", date)
                .send();
    }

    private static Instant now() {
        return Instant.ofEpochSecond(POSTGRES.database().number("select extract(epoch from now())::bigint"));
    }
}
