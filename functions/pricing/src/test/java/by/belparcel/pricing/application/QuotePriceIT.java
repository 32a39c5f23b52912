package by.belparcel.pricing.application;

import static by.belparcel.pricing.PricingFixture.ADMIN;
import static by.belparcel.pricing.PricingFixture.BREST_PVZ;
import static by.belparcel.pricing.PricingFixture.MINSK_PVZ;
import static by.belparcel.pricing.PricingFixture.OTHER_SHOP;
import static by.belparcel.pricing.PricingFixture.SHOP;
import static by.belparcel.pricing.PricingFixture.aDueRuleSet;
import static by.belparcel.pricing.PricingFixture.activate;
import static by.belparcel.pricing.PricingFixture.draft;
import static by.belparcel.pricing.PricingFixture.quote;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.testkit.FunctionHarness;
import by.belparcel.eventing.testkit.HttpReply;
import by.belparcel.eventing.testkit.PostgresExtension;
import by.belparcel.eventing.testkit.Principals;
import by.belparcel.events.PricingEvent;
import by.belparcel.pricing.PricingFixture;
import by.belparcel.pricing.rules.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;

class QuotePriceIT {

    @RegisterExtension
    static final PostgresExtension POSTGRES = PostgresExtension.with("pricing");

    private FunctionHarness harness;

    @BeforeEach
    void start() {
        harness = PricingFixture.harness(POSTGRES.database());
        POSTGRES.database().execute("update pricing.rulesets set state = 'RETIRED' where state = 'ACTIVE'");
        POSTGRES.database().execute("update pricing.rulesets set state = 'ACTIVE' where version = '2026-01-01.1'");
    }

    @Test
    void offersAPriceForAQuarterOfAnHour() {
        HttpReply near = quote(harness, draft(MINSK_PVZ, ""));
        HttpReply far = quote(harness, draft(BREST_PVZ, ",'options':{'packaging':'BAG'}"));

        assertThat(near.status()).isEqualTo(201);
        assertThat(near.json().at("/total/amount").asLong()).isEqualTo(600);
        assertThat(near.text("lines/0/rule_id")).isEqualTo("base-a-normal");
        assertThat(near.header("Location")).contains("/pricing/quotes/" + near.text("id"));
        assertThat(far.json().at("/total/amount").asLong()).isEqualTo(1500);
        Instant expires = Instant.parse(near.text("expires_at"));
        assertThat(Duration.between(PricingFixture.now(harness), expires))
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
    }

    @Test
    void announcesEverythingThatOrdersNeed() {
        HttpReply reply = quote(harness, draft(MINSK_PVZ, ",'promo_code':'SUMMER'"));
        PricingEvent.Quoted quoted = harness.emitted(PricingEvent.Quoted.TYPE).getLast();
        assertThat(quoted.quoteId()).isEqualTo(reply.text("id"));
        assertThat(quoted.shopId()).isEqualTo(SHOP);
        assertThat(quoted.fingerprint()).matches("[0-9a-f]{64}");
        assertThat(quoted.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.amount()).isEqualTo(600));
        Facts facts = Json.mapper().convertValue(quoted.facts(), Facts.class);
        assertThat(facts.promoCode()).isEqualTo("SUMMER");
        assertThat(facts.distanceKm()).isBetween(5, 20);
    }

    @Test
    void countsTheOrdersOfTheShop() {
        POSTGRES.database().execute("""
                        insert into pricing.orders (order_id, shop_id, created_at, price, first_price, ruleset_version, facts)
                        select 'many-' || i, ?, now() - interval '29 days', 1, 1, 'x', '{}' from generate_series(1, 1000) i""", OTHER_SHOP);
        HttpReply reply = harness.command("quotePrice")
                .as(Principals.shop(OTHER_SHOP))
                .withoutKey()
                .body(draft(MINSK_PVZ, ""))
                .send();
        assertThat(reply.json().at("/total/amount").asLong()).isEqualTo(540);
    }

    // A15
    @Test
    void givesTheSameBytesForAnOldQuoteAfterAnotherRuleSetIsInForce() {
        HttpReply offered = quote(harness, draft(BREST_PVZ, ",'options':{'packaging':'BOX','insurance':true}"));
        String lines = POSTGRES.database().text("select lines from pricing.quotes where id = ?", offered.text("id"));
        activate(harness, aDueRuleSet(harness, 12_345));

        assertThat(quote(harness, draft(BREST_PVZ, ""))
                        .json()
                        .at("/total/amount")
                        .asLong())
                .isEqualTo(12_345);
        HttpReply explained = explain(offered.text("id"), ADMIN);
        assertThat(explained.json().get("reproduced").asBoolean()).isTrue();
        assertThat(explained.text("ruleset_version")).isEqualTo("2026-01-01.1");
        assertThat(Json.mapper().writeValueAsString(explained.json().get("lines")))
                .isEqualTo(lines);
        assertThat(explained.json().get("rules").toString())
                .contains("NOT_MATCHED")
                .contains("USED");
    }

    @Test
    void hidesTheQuotesOfOtherShops() {
        String id = quote(harness, draft(MINSK_PVZ, "")).text("id");
        assertThat(get(id, Principals.shop(SHOP)).status()).isEqualTo(200);
        assertThat(get(id, Principals.shop(OTHER_SHOP)).code()).isEqualTo("QUOTE_NOT_FOUND");
        assertThat(explain(id, Principals.shop(OTHER_SHOP)).status()).isEqualTo(404);
        assertThat(get(id, Principals.auditor()).status()).isEqualTo(200);
        assertThat(get(UUID.randomUUID().toString(), ADMIN).status()).isEqualTo(404);
    }

    @Test
    void takesTheShopFromTheTokenUnlessStaffNamesIt() {
        assertThat(quote(harness, draft(MINSK_PVZ, ",'shop_id':'" + OTHER_SHOP + "'"))
                        .status())
                .isEqualTo(404);
        assertThat(quote(harness, draft(MINSK_PVZ, ",'shop_id':'" + SHOP + "'")).status())
                .isEqualTo(201);
        assertThat(byOperator(",'shop_id':'" + SHOP + "'").text("shop_id")).isEqualTo(SHOP);
        assertThat(byOperator("").status()).isEqualTo(400);
    }

    @Test
    void refusesWithoutABasePrice() {
        POSTGRES.database().execute("update pricing.rulesets set state = 'RETIRED' where state = 'ACTIVE'");
        POSTGRES.database()
                .execute(
                        """
                        insert into pricing.rulesets (version, state, content, checksum, effective_from, authors, row_version)
                        values ('no-base', 'ACTIVE', ?, 'no-base', now(), array['x'], 1)
                        on conflict (version) do update set state = 'ACTIVE'""",
                        PricingFixture.json(
                                "{'version':'no-base','rules':[{'id':'b','stage':'BASE','when':{'weight_g':{'gt':9000}},'effect':{'set':1}}]}"));
        HttpReply reply = quote(harness, draft(MINSK_PVZ, ""));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("NO_BASE_PRICE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'parcels':[]                                                    | 400 | VALIDATION_FAILED
                    'parcels':[{'weight_g':0}]                                      | 400 | VALIDATION_FAILED
                    'parcels':[{'weight_g':12.5}]                                   | 400 | VALIDATION_FAILED
                    'parcels':[{'weight_g':50001}]                                  | 400 | VALIDATION_FAILED
                    'parcels':[{'weight_g':50000},{'weight_g':1}]                   | 422 | ORDER_TOO_HEAVY
                    'parcels':[{'weight_g':1,'l':3001,'w':1,'h':1}]                 | 422 | ORDER_TOO_LARGE
                    'parcels':[{'weight_g':1,'l':1501,'w':1500,'h':1500}]           | 422 | ORDER_TOO_LARGE
                    'parcels':[{'weight_g':1,'l':10}]                               | 400 | VALIDATION_FAILED
                    'parcels':[{'weight_g':10000}],'options':{'packaging':'BAG'}    | 422 | WEIGHT_TOO_HEAVY
                    'parcels':[{'weight_g':1}],'payment_method':'PAY_ON_PICKUP'     | 400 | VALIDATION_FAILED
                    'parcels':[{'weight_g':1}],'goods_amount':{'amount':1,'currency':'USD'} | 400 | CURRENCY_NOT_SUPPORTED
                    'parcels':[{'weight_g':1}],'pvz_id':'0190a001-0000-7000-8000-00000000ffff' | 404 | PVZ_NOT_FOUND
                    'parcels':[{'weight_g':1}],'warehouse_id':'0190a001-0000-7000-8000-000000000001' | 404 | WAREHOUSE_NOT_FOUND
                    'parcels':[{'weight_g':1}],'colour':'red'                       | 400 | UNKNOWN_FIELD
                    'parcels':[{'weight_g':1,'no':1}]                               | 400 | UNKNOWN_FIELD
                    'parcels':[{'weight_g':1}],'service':'express'                  | 400 | VALIDATION_FAILED
                    """)
    void refusesWhatNobodyCarries(String fields, int status, String code) {
        Map<String, Object> body = new TreeMap<>(map(draft(MINSK_PVZ, "")));
        body.putAll(map(PricingFixture.json("{" + fields + "}")));
        HttpReply reply = harness.command("quotePrice")
                .as(Principals.shop(SHOP))
                .withoutKey()
                .body(body)
                .send();
        assertThat(reply.code()).as("%s", reply).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
    }

    private static Map<String, Object> map(String json) {
        return Json.mapper().readValue(json, new TypeReference<Map<String, Object>>() {});
    }

    private HttpReply byOperator(String more) {
        return harness.command("quotePrice")
                .as(Principals.operator())
                .withoutKey()
                .body(draft(MINSK_PVZ, more))
                .send();
    }

    private HttpReply get(String id, Principal caller) {
        return harness.query("getQuote").as(caller).path("id", id).send();
    }

    private HttpReply explain(String id, Principal caller) {
        return harness.query("explainQuote").as(caller).path("id", id).send();
    }
}
