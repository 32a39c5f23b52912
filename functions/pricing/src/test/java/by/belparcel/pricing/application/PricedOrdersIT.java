package by.belparcel.pricing.application;

import static by.belparcel.pricing.PricingFixture.ADMIN;
import static by.belparcel.pricing.PricingFixture.ANALYST;
import static by.belparcel.pricing.PricingFixture.BREST_PVZ;
import static by.belparcel.pricing.PricingFixture.SHOP;
import static by.belparcel.pricing.PricingFixture.draft;
import static by.belparcel.pricing.PricingFixture.flat;
import static by.belparcel.pricing.PricingFixture.newVersion;
import static by.belparcel.pricing.PricingFixture.order;
import static by.belparcel.pricing.PricingFixture.quote;
import static by.belparcel.pricing.PricingFixture.save;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.PlatformEvent;
import by.belparcel.events.PricingEvent;
import by.belparcel.pricing.PricingFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PricedOrdersIT {

    private static final Instant MARCH = Instant.parse("2026-03-10T10:00:00Z");

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pricing");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = PricingFixture.harness(POSTGRES.database());
        POSTGRES.database().execute("delete from pricing.adjustments");
        POSTGRES.database().execute("delete from pricing.orders");
    }

    @Test // A15: simulate
    void tellsWhatAnotherRuleSetWouldHaveChanged() {
        record(order(SHOP, 600, MARCH));
        record(order(SHOP, 500, MARCH.plusSeconds(60)));
        record(order(SHOP, 900, MARCH.plusSeconds(3600)));
        String version = newVersion();
        save(harness, flat(version, 600));

        HttpReply reply = simulate(version, MARCH, MARCH.plusSeconds(3600));

        assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        assertThat(reply.json().at("/result/orders").asLong()).isEqualTo(2);
        assertThat(reply.json().at("/result/before").asLong()).isEqualTo(1100);
        assertThat(reply.json().at("/result/delta").asLong()).isEqualTo(100);
        assertThat(reply.json().at("/result/top_changes")).hasSize(1);
        assertThat(harness.emitted(PricingEvent.SimulationCompleted.TYPE)
                        .getLast()
                        .delta())
                .isEqualTo(100);
        assertThat(harness.query("getSimulation")
                        .as(ANALYST)
                        .path("id", reply.text("id"))
                        .send()
                        .text("ruleset"))
                .isEqualTo(version);
    }

    // A15: the set that priced an order gives its price again
    @Test
    void changesNothingWhenTheSameRuleSetIsSimulated() {
        record(order(SHOP, 600, MARCH));
        HttpReply reply = simulate("2026-01-01.1", MARCH, MARCH.plusSeconds(1));
        assertThat(reply.json().at("/result/delta").asLong()).isZero();
        assertThat(reply.json().at("/result/top_changes")).isEmpty();
    }

    @Test
    void simulatesAQuotedOrderWithTheFactsOfItsQuote() {
        String quoteId = quote(harness, draft(BREST_PVZ, ",'options':{'insurance':true}"))
                .text("id");
        OrderEvent.Created plain = order(SHOP, 1100, MARCH);
        record(new OrderEvent.Created(
                plain.orderId(),
                plain.number(),
                plain.shopId(),
                plain.shopOrderRef(),
                plain.warehouseId(),
                plain.pvzId(),
                plain.parcels(),
                plain.weightG(),
                plain.volumeCm3(),
                plain.paymentMethod(),
                plain.price(),
                null,
                plain.rulesetVersion(),
                quoteId,
                plain.options(),
                plain.service(),
                MARCH));
        assertThat(simulate("2026-01-01.1", MARCH, MARCH.plusSeconds(1))
                        .json()
                        .at("/result/delta")
                        .asLong())
                .isZero();
    }

    @Test
    void refusesRangesBeyondAMonthAndBackwards() {
        Instant month = MARCH.plusSeconds(31 * 86_400);
        assertThat(simulate("2026-01-01.1", MARCH, month).status()).isEqualTo(201);
        assertThat(simulate("2026-01-01.1", MARCH, month.plusMillis(1)).code()).isEqualTo("RANGE_TOO_LARGE");
        assertThat(simulate("2026-01-01.1", MARCH, MARCH).status()).isEqualTo(400);
        assertThat(simulate("nothing", MARCH, month).code()).isEqualTo("RULESET_NOT_FOUND");
    }

    @Test
    void letsAnOperatorChangeAPriceByHalfAndAnAdminByMore() {
        OrderEvent.Created order = order(SHOP, 1001, MARCH);
        record(order);
        assertThat(adjust(order, 500, Principals.operator()).code()).isEqualTo("ADJUST_LIMIT");
        assertThat(adjust(order, 501, Principals.operator()).status()).isEqualTo(201);
        assertThat(adjust(order, 1501, Principals.operator()).status()).isEqualTo(201);
        assertThat(adjust(order, 1502, Principals.operator()).status())
                .as("of the first price")
                .isEqualTo(403);
        assertThat(adjust(order, 0, ADMIN).status()).isEqualTo(201);
        PricingEvent.Adjusted last = harness.emitted(PricingEvent.Adjusted.TYPE).getLast();
        assertThat(last.from().amount()).isEqualTo(1501);
        assertThat(last.to().amount()).isZero();
        assertThat(last.by()).isEqualTo("admin:admin-1");
        assertThat(POSTGRES.database().number("select count(*) from pricing.adjustments"))
                .isEqualTo(3);
    }

    @Test
    void refusesAdjustmentsWithoutOrderReasonOrRight() {
        OrderEvent.Created order = order(SHOP, 1000, MARCH);
        assertThat(adjust(order, 1000, Principals.operator()).code()).isEqualTo("ORDER_NOT_FOUND");
        assertThat(harness.command("adjustPrice")
                        .as(Principals.operator())
                        .body(Map.of("order_id", order.orderId(), "amount", Map.of("amount", 1), "reason", "no"))
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(adjust(order, 1000, Principals.shop(SHOP)).status()).isEqualTo(403);
    }

    @Test
    void followsPlacesButNeverBackwards() {
        String id = UUID.randomUUID().toString();
        move(id, "pvz", 3, 53.0);
        move(id, "pvz", 2, 10.0);
        move(id, "carriers", 9, 20.0);
        assertThat(POSTGRES.database().text("select lat::text || ' ' || version from pricing.places where id = ?", id))
                .isEqualTo("53 3");
    }

    private void move(String id, String kind, long version, double lat) {
        assertThat(harness.event(
                                "recordPlaceOnReferenceUpdated",
                                new PlatformEvent.ReferenceUpdated(
                                        kind, id, version, List.of("lat"), Map.of("lat", lat, "lng", 27.5), MARCH),
                                version)
                        .status())
                .isEqualTo(204);
    }

    private void record(OrderEvent.Created order) {
        assertThat(harness.event("recordOrderOnOrderCreated", order, 1).status())
                .isEqualTo(204);
    }

    private HttpReply adjust(OrderEvent.Created order, long amount, Principal by) {
        return harness.command("adjustPrice")
                .as(by)
                .body(Map.of("order_id", order.orderId(), "amount", Map.of("amount", amount), "reason", "goodwill"))
                .send();
    }

    private HttpReply simulate(String version, Instant from, Instant to) {
        return harness.command("simulatePrices")
                .as(ANALYST)
                .body(Map.of("from", from.toString(), "to", to.toString(), "ruleset", version))
                .send();
    }
}
