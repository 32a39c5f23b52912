package by.belparcel.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.eventing.testkit.TestDatabase;
import by.belparcel.events.OrderEvent;
import by.belparcel.events.OrderOptions;
import by.belparcel.events.ParcelLine;
import by.belparcel.events.PlatformEvent;
import by.belparcel.kernel.Money;
import by.belparcel.kernel.Packaging;
import by.belparcel.kernel.PaymentMethod;
import by.belparcel.kernel.ServiceClass;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** People, places and rule sets of pricing's tests. */
public final class PricingFixture {

    public static final String SHOP = "0190a002-0000-7000-8000-000000000001";
    public static final String OTHER_SHOP = "0190a002-0000-7000-8000-000000000002";
    public static final String MINSK_WAREHOUSE = "0190a000-0000-7000-8000-000000000001";
    public static final String MINSK_PVZ = "0190a001-0000-7000-8000-000000000001";
    public static final String BREST_PVZ = "0190a001-0000-7000-8000-000000000007";
    public static final Principal ANALYST = Principals.staff("analyst");
    public static final Principal ADMIN = Principals.admin();

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private PricingFixture() {}

    public static FunctionHarness harness(TestDatabase database) {
        return FunctionHarness.of(database, new PricingFunctions());
    }

    public static String newVersion() {
        return "test-" + NUMBER.incrementAndGet();
    }

    /** A rule set in which everything costs the same. */
    public static String flat(String version, long kopecks) {
        return json("{'version':'%s','rules':[{'id':'base','stage':'BASE','effect':{'set':%d}}]}"
                .formatted(version, kopecks));
    }

    public static String json(String text) {
        return text.replace('\'', '"');
    }

    /** A quote request for one parcel from the Minsk warehouse. */
    public static String draft(String pvz, String more) {
        return json(
                "{'warehouse_id':'%s','pvz_id':'%s','payment_method':'CARD_PREPAID','parcels':[{'weight_g':1200}]%s}"
                        .formatted(MINSK_WAREHOUSE, pvz, more));
    }

    public static HttpReply quote(FunctionHarness harness, String body) {
        return harness.command("quotePrice")
                .as(Principals.shop(SHOP))
                .withoutKey()
                .body(body)
                .send();
    }

    public static HttpReply save(FunctionHarness harness, String content) {
        return harness.command("saveRuleSet").as(ANALYST).body(content).send();
    }

    public static HttpReply validate(FunctionHarness harness, String version) {
        return harness.command("validateRuleSet")
                .as(ANALYST)
                .path("version", version)
                .send();
    }

    public static HttpReply publish(FunctionHarness harness, String version, Principal by, Instant from) {
        return harness.command("publishRuleSet")
                .as(by)
                .path("version", version)
                .body(Map.of("effective_from", from.toString()))
                .send();
    }

    /** Saved and validated by the analyst. */
    public static String aValidatedRuleSet(FunctionHarness harness, long kopecks) {
        String version = newVersion();
        assertThat(save(harness, flat(version, kopecks)).status()).isEqualTo(201);
        assertThat(validate(harness, version).status()).isEqualTo(200);
        return version;
    }

    /** Published by an admin; its time has come, its timer has not fired. */
    public static String aDueRuleSet(FunctionHarness harness, long kopecks) {
        String version = aValidatedRuleSet(harness, kopecks);
        assertThat(publish(harness, version, ADMIN, now(harness).plus(2, ChronoUnit.MINUTES))
                        .status())
                .isEqualTo(200);
        makeDue(harness, version, "now()");
        return version;
    }

    /** Moves the time of a published set, which nobody but a test can. */
    public static void makeDue(FunctionHarness harness, String version, String time) {
        harness.database().execute("alter table pricing.rulesets disable trigger rulesets_keep_published");
        harness.database()
                .execute("update pricing.rulesets set effective_from = " + time + " where version = ?", version);
        harness.database().execute("alter table pricing.rulesets enable trigger rulesets_keep_published");
    }

    public static void activate(FunctionHarness harness, String version) {
        assertThat(harness.event("activateRuleSetOnTimerFired", fired(version), 1)
                        .status())
                .isEqualTo(204);
    }

    public static PlatformEvent.TimerFired fired(String version) {
        return new PlatformEvent.TimerFired(
                UUID.randomUUID().toString(), "price.activate", version, Instant.EPOCH, Instant.EPOCH);
    }

    public static OrderEvent.Created order(String shop, long price, Instant at) {
        return new OrderEvent.Created(
                UUID.randomUUID().toString(),
                "BP-260101-000001-1",
                shop,
                "ref",
                MINSK_WAREHOUSE,
                MINSK_PVZ,
                List.of(new ParcelLine(1, 1_200, null, null, null, null)),
                1_200,
                5_000,
                PaymentMethod.CARD_PREPAID,
                Money.byn(price),
                null,
                "2026-01-01.1",
                null,
                new OrderOptions(false, false, false, false, Packaging.NONE),
                ServiceClass.NORMAL,
                at);
    }

    public static Instant now(FunctionHarness harness) {
        return Instant.parse(harness.database()
                .text("select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"));
    }
}
