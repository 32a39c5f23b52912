package by.belparcel.orders.application;

import static by.belparcel.orders.OrderFixture.MINSK;
import static by.belparcel.orders.OrderFixture.NOW;
import static by.belparcel.orders.OrderFixture.PVZ;
import static by.belparcel.orders.OrderFixture.SHOP;
import static by.belparcel.orders.OrderFixture.aCreatedOrder;
import static by.belparcel.orders.OrderFixture.anOrder;
import static by.belparcel.orders.OrderFixture.place;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.DomainEvent;
import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.PaymentEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.PricingEvent;
import by.belparcel.events.QuotedLine;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ServiceClass;
import by.belparcel.orders.OrderFixture;
import by.belparcel.pricing.rules.DefaultRuleSet;
import by.belparcel.pricing.rules.DraftOptions;
import by.belparcel.pricing.rules.DraftParcel;
import by.belparcel.pricing.rules.OrderDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.node.ObjectNode;

/** What orders keep of other contexts: reference data, rule sets, quotes, payments. */
class ProjectionsIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("orders");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = OrderFixture.harness(POSTGRES.database());
    }

    @AfterEach
    void forgetRuleSets() {
        POSTGRES.database().execute("truncate orders.rulesets");
    }

    @Test
    void followsReferenceUpdatesAndNeverGoesBack() {
        String id = "0190a001-0000-7000-8000-000000000019";
        Map<String, Object> state = new TreeMap<>(Map.of(
                "code",
                "LID-001",
                "lat",
                53.8884,
                "lng",
                25.2994,
                "status",
                "SUSPENDED",
                "is_full",
                false,
                "max_parcel_g",
                9000));
        harness.event("adoptPlaceOnReferenceUpdated", reference("pvz", id, 3, state), 3);
        state.put("status", "OPEN");
        harness.event("adoptPlaceOnReferenceUpdated", reference("pvz", id, 2, state), 2);

        assertThat(place(harness, anOrder().put("pvz_id", id)).code()).isEqualTo("PVZ_NOT_ACCEPTING");
        harness.event("adoptPlaceOnReferenceUpdated", reference("pvz", id, 4, state), 4);
        assertThat(place(harness, anOrder().put("pvz_id", id)).status()).isEqualTo(201);
    }

    @Test
    void learnsNewPlacesAndShops() {
        String shop = UUID.randomUUID().toString();
        String warehouse = UUID.randomUUID().toString();
        harness.event(
                "adoptPlaceOnReferenceUpdated",
                reference("shop", shop, 1, Map.of("is_active", true, "locale", "ru")),
                1);
        harness.event(
                "adoptPlaceOnReferenceUpdated",
                reference("warehouse", warehouse, 1, Map.of("lat", 54.0, "lng", 27.0, "is_active", true)),
                1);
        harness.event("adoptPlaceOnReferenceUpdated", reference("carrier", shop, 1, Map.of()), 1);

        HttpReply reply = harness.command("placeOrder")
                .as(Principals.shop(shop))
                .body(anOrder().put("warehouse_id", warehouse))
                .send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    @Test
    void callsAnIncompleteReferenceStatePoison() {
        assertThat(harness.event("adoptPlaceOnReferenceUpdated", reference("pvz", PVZ, 9, Map.of("code", "X")), 9)
                        .status())
                .isIn(400, 422);
    }

    @Test
    void pricesWithTheNewestActivatedRuleSet() {
        activate("test-2", NOW.plusSeconds(60), 777);
        activate("test-1", NOW, 555);

        HttpReply reply = place(harness, anOrder());

        assertThat(reply.text("ruleset_version")).isEqualTo("test-2");
        assertThat(reply.json().at("/price/amount").asInt()).isEqualTo(777);
        assertThat(reply.text("price_lines/0/rule_id")).isEqualTo("flat");
    }

    @Test
    void pricesWithTheBuiltInRuleSetUntilOneIsActivated() {
        assertThat(place(harness, anOrder()).text("ruleset_version"))
                .isEqualTo(DefaultRuleSet.get().version());
    }

    @Test
    void takesOverAQuotedPrice() {
        String quote = quoted(SHOP, Duration.ofMinutes(15), 1234);

        HttpReply reply = place(harness, draft().put("quote_id", quote));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertThat(reply.json().at("/price/amount").asInt()).isEqualTo(1234);
        assertThat(reply.text("quote_id")).isEqualTo(quote);
    }

    @Test // 1.6: quote expired / other shop / body changed
    void refusesAQuoteThatIsExpiredForeignOrOfAnotherDraft() {
        String expired = quoted(SHOP, Duration.ofSeconds(-1), 1);
        String foreign = quoted(OrderFixture.OTHER_SHOP, Duration.ofMinutes(15), 1);
        String other = quoted(SHOP, Duration.ofMinutes(15), 1);

        assertThat(place(harness, draft().put("quote_id", expired)).code()).isEqualTo("QUOTE_EXPIRED");
        assertThat(place(harness, draft().put("quote_id", foreign)).code()).isEqualTo("QUOTE_NOT_FOUND");
        ObjectNode changed = draft().put("quote_id", other);
        changed.withArray("parcels").addObject().put("weight_g", 1);
        assertThat(place(harness, changed).code()).isEqualTo("QUOTE_MISMATCH");
    }

    @Test
    void letsAQuoteBeUsedOnce() {
        String quote = quoted(SHOP, Duration.ofMinutes(15), 1234);
        place(harness, draft().put("quote_id", quote));

        HttpReply second = place(harness, draft().put("quote_id", quote));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("QUOTE_USED");
    }

    @Test
    void asksToRetryWhileAFreshQuoteMayStillBeOnItsWay() {
        HttpReply reply = place(harness, draft().put("quote_id", new Ids().next()));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("QUOTE_NOT_READY");
    }

    @Test // a shop may order right after it was quoted
    void waitsForAQuoteThatIsOnItsWay() {
        FunctionHarness patient = OrderFixture.harness(POSTGRES.database(), "PT15S");
        String quote = new Ids().next();
        CompletableFuture<HttpReply> waiting = patient.command("placeOrder")
                .as(Principals.shop(SHOP))
                .body(draft().put("quote_id", quote))
                .reply()
                .toFuture();
        assertThat(waiting).isNotDone();

        quoted(quote, SHOP, Duration.ofMinutes(15), 1234);

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(10)).satisfies(reply -> {
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.json().at("/price/amount").asInt()).isEqualTo(1234);
        });
    }

    @Test // capture failed: somebody has to look at it
    void holdsAnOrderWhoseCaptureFailed() {
        String id = aCreatedOrder(harness);
        String payment = UUID.randomUUID().toString();
        payment("recordFailureOnPaymentCaptureFailed", new PaymentEvent.CaptureFailed(payment, id, "EXPIRED", NOW), 3);
        assertThat(view(id).json().at("/on_hold").asBoolean()).isTrue();

        payment("recordCaptureOnPaymentCaptured", new PaymentEvent.Captured(payment, id, Money.byn(600), NOW), 4);
        assertThat(view(id).json().at("/on_hold").asBoolean()).isFalse();
    }

    @Test // 2.2 rule 7 and 8
    void showsARefundAsPendingUntilItIsSettled() {
        String id = aCreatedOrder(harness);
        String payment = UUID.randomUUID().toString();
        payment("recordCaptureOnPaymentCaptured", new PaymentEvent.Captured(payment, id, Money.byn(600), NOW), 3);
        payment(
                "recordRefundOnPaymentRefundRequested",
                new PaymentEvent.RefundRequested(payment, "r1", id, Money.byn(600), "CANCELLED", NOW),
                4);
        assertThat(view(id).json().at("/payment/refund_pending").asBoolean()).isTrue();

        payment(
                "recordRefundOnPaymentRefunded",
                new PaymentEvent.Refunded(payment, "r1", id, Money.byn(600), NOW, NOW),
                5);

        assertThat(view(id).text("payment/state")).isEqualTo("REFUNDED");
        assertThat(view(id).json().at("/payment/refund_pending").asBoolean()).isFalse();
    }

    @Test // never backwards
    void keepsTheNewestPaymentFactWhateverOrderTheyArriveIn() {
        String id = aCreatedOrder(harness);
        String payment = UUID.randomUUID().toString();
        payment("recordVoidOnPaymentVoided", new PaymentEvent.Voided(payment, id, NOW), 5);
        payment("recordFailureOnPaymentCaptureFailed", new PaymentEvent.CaptureFailed(payment, id, "EXPIRED", NOW), 4);

        assertThat(view(id).text("payment/state")).isEqualTo("VOIDED");
    }

    private void payment(String function, DomainEvent event, long sequence) {
        assertThat(harness.event(function, event, sequence).status()).isEqualTo(204);
    }

    private HttpReply view(String id) {
        return harness.query("getOrder")
                .as(Principals.operator())
                .path("id", id)
                .send();
    }

    private static PlatformEvent reference(String kind, String id, long version, Map<String, Object> state) {
        return new PlatformEvent.ReferenceUpdated(kind, id, version, List.of(), state, NOW);
    }

    private void activate(String version, Instant from, int amount) {
        Map<String, Object> content = Json.mapper().readValue("""
                        {"version": "%s", "rules": [{"id": "flat", "stage": "BASE", "effect": {"set": %d}}]}
                        """.formatted(version, amount), new TypeReference<>() {});
        harness.event(
                "adoptRulesetOnRulesetActivated",
                new PricingEvent.RulesetActivated(version, "sum", from, "admin:1", content, NOW),
                1);
    }

    private static ObjectNode draft() {
        ObjectNode order = anOrder();
        order.putArray("parcels").addObject().put("weight_g", 2000);
        return order;
    }

    private String quoted(String shop, Duration life, long total) {
        return quoted(new Ids().next(), shop, life, total);
    }

    private String quoted(String id, String shop, Duration life, long total) {
        OrderDraft draft = new OrderDraft(
                shop,
                MINSK,
                PVZ,
                List.of(new DraftParcel(2000, null, null, null, 0)),
                ServiceClass.NORMAL,
                Packaging.NONE,
                DraftOptions.NONE,
                PaymentMethod.CARD_PREPAID,
                null,
                null);
        Instant now = Instant.ofEpochSecond(POSTGRES.database().number("select extract(epoch from now())::bigint"));
        harness.event(
                "recordQuoteOnQuoted",
                new PricingEvent.Quoted(
                        id,
                        Money.byn(total),
                        "2026-01-01.1",
                        shop,
                        draft.fingerprint(),
                        now.plus(life),
                        List.of(new QuotedLine("base", "BASE", total, "k")),
                        Map.of("weight_g", 2000),
                        NOW),
                1);
        return id;
    }
}
