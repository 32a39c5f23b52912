package by.belparcel.pricing.rules;

import static by.belparcel.pricing.rules.RuleSetFixture.BASE;
import static by.belparcel.pricing.rules.RuleSetFixture.facts;
import static by.belparcel.pricing.rules.RuleSetFixture.price;
import static by.belparcel.pricing.rules.RuleSetFixture.read;
import static by.belparcel.pricing.rules.RuleSetFixture.ruleSet;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.pricing.rules.RuleTrace.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

    private static final String PEAK = """
            {'id':'peak','stage':'MULTIPLIER','when':{'local_time':{'between':['17:00','20:00']},
             'weekday':{'in':['MON','TUE','WED','THU','FRI']}},'effect':{'multiply':'1.15'}}""";

    @Test
    void addsUpStagesInTheirOrder() {
        RuleSet set = ruleSet(
                "{'id':'fee','stage':'FEE','effect':{'add':7}}",
                "{'id':'half','stage':'DISCOUNT','effect':{'percent':-50}}",
                "{'id':'twice','stage':'MULTIPLIER','effect':{'multiply':2}}",
                "{'id':'more','stage':'SURCHARGE','effect':{'add':100}}",
                BASE);
        Price price = price(set, "{}");
        assertThat(price.total()).isEqualTo(707);
        assertThat(price.lines()).extracting(PriceLine::ruleId).containsExactly("base", "more", "twice", "half", "fee");
        assertThat(price.lines()).extracting(PriceLine::amount).containsExactly(600L, 100L, 700L, -700L, 7L);
    }

    @Test
    void countsBegunUnitsAboveTheThreshold() {
        RuleSet set = ruleSet(BASE, """
                {'id':'kg','stage':'SURCHARGE','when':{'weight_g':{'gt':5000}},
                 'effect':{'add_per':{'field':'weight_g','over':5000,'unit':1000,'ceil':true,'amount':80}}}""");
        assertThat(price(set, "{'weight_g':5000}").total()).isEqualTo(600);
        assertThat(price(set, "{'weight_g':5001}").total()).isEqualTo(680);
        assertThat(price(set, "{'weight_g':6000}").total()).isEqualTo(680);
        assertThat(price(set, "{'weight_g':6001}").total()).isEqualTo(760);
    }

    @Test
    void countsFullUnitsWithoutCeil() {
        RuleSet set = ruleSet(BASE, """
                {'id':'kg','stage':'SURCHARGE',
                 'effect':{'add_per':{'field':'weight_g','unit':1000,'amount':10}}}""");
        assertThat(price(set, "{'weight_g':1999}").total()).isEqualTo(610);
    }

    @Test
    void readsTimesInMinskAndHalfOpen() {
        RuleSet set = ruleSet(BASE, PEAK);
        assertThat(price(set, "{'at':'2026-07-01T13:59:59Z'}").total()).isEqualTo(600);
        assertThat(price(set, "{'at':'2026-07-01T14:00:00Z'}").total()).isEqualTo(690);
        assertThat(price(set, "{'at':'2026-07-01T16:59:59.999Z'}").total()).isEqualTo(690);
        assertThat(price(set, "{'at':'2026-07-01T17:00:00Z'}").total()).isEqualTo(600);
        assertThat(price(set, "{'at':'2026-07-04T14:00:00Z'}").total())
                .as("Saturday")
                .isEqualTo(600);
    }

    @Test
    void spansMidnightWhenATimeRangeEndsBeforeItStarts() {
        RuleSet set = ruleSet(
                BASE,
                "{'id':'night','stage':'FEE','when':{'local_time':{'between':['22:00','06:00']}},'effect':{'add':1}}");
        assertThat(price(set, "{'at':'2026-07-01T20:00:00Z'}").total()).isEqualTo(601);
        assertThat(price(set, "{'at':'2026-07-01T02:59:00Z'}").total()).isEqualTo(601);
        assertThat(price(set, "{'at':'2026-07-01T03:00:00Z'}").total()).isEqualTo(600);
    }

    @Test
    void roundsOnceAtTheEndOfAMultiplyingStage() {
        RuleSet set = ruleSet(
                "{'id':'base','stage':'BASE','effect':{'set':333}}",
                "{'id':'m1','stage':'MULTIPLIER','effect':{'multiply':'1.15'}}",
                "{'id':'m2','stage':'MULTIPLIER','effect':{'multiply':'1.15'}}");
        // 333 * 1.3225 = 440.3925; rounding after each factor would give 383 * 1.15 = 440.45
        assertThat(price(set, "{}").lines()).extracting(PriceLine::amount).containsExactly(333L, 50L, 57L);
        assertThat(price(set, "{}").total()).isEqualTo(440);
    }

    @Test
    void boundsAMultiplierByItsCap() {
        RuleSet set = ruleSet(
                "{'id':'base','stage':'BASE','effect':{'set':1000}}",
                "{'id':'a','stage':'MULTIPLIER','effect':{'multiply':'1.25'}}",
                """
                {'id':'b','stage':'MULTIPLIER','when':{'signal.pvz_fill_percent':{'gte':85}},
                 'effect':{'multiply':'1.10'},'cap':{'max_multiplier':'1.30'}}""");
        assertThat(price(set, "{'signals':{'pvz_fill_percent':85}}").total()).isEqualTo(1300);
        assertThat(price(set, "{'signals':{'pvz_fill_percent':84}}").total()).isEqualTo(1250);
    }

    @Test
    void keepsOnlyTheBestDiscountOfAGroup() {
        RuleSet set = ruleSet(
                BASE,
                "{'id':'a','stage':'DISCOUNT','effect':{'percent':-10},'exclusive_group':'discount'}",
                "{'id':'b','stage':'DISCOUNT','effect':{'add':-70},'exclusive_group':'discount'}",
                "{'id':'c','stage':'DISCOUNT','effect':{'add':-5}}");
        Evaluation evaluation = Evaluator.evaluate(set, facts("{}"));
        assertThat(price(set, "{}").total()).isEqualTo(525);
        assertThat(evaluation.trace())
                .extracting(RuleTrace::ruleId, RuleTrace::verdict)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("a", Verdict.EXCLUDED),
                        org.assertj.core.groups.Tuple.tuple("b", Verdict.USED),
                        org.assertj.core.groups.Tuple.tuple("c", Verdict.USED));
    }

    @Test
    void takesTheFirstOfTwoEqualDiscounts() {
        RuleSet set = ruleSet(
                BASE,
                "{'id':'z','order':1,'stage':'DISCOUNT','effect':{'add':-60},'exclusive_group':'d'}",
                "{'id':'a','order':2,'stage':'DISCOUNT','effect':{'percent':-10},'exclusive_group':'d'}");
        assertThat(price(set, "{}").lines()).extracting(PriceLine::ruleId).containsExactly("base", "z");
    }

    @Test
    void refusesWithoutABase() {
        RuleSet set = ruleSet("{'id':'base','stage':'BASE','when':{'zone':{'eq':'A'}},'effect':{'set':600}}");
        assertThat(Evaluator.price(set, facts("{'zone':'B'}")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(((Outcome.Refused<?>) refused)
                                        .rejection()
                                        .code())
                                .isEqualTo("NO_BASE_PRICE"));
        assertThat(Evaluator.price(set, facts("{}"))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void takesTheFirstMatchingBase() {
        RuleSet set = ruleSet(
                "{'id':'b','stage':'BASE','order':1,'effect':{'set':900}}",
                "{'id':'c','stage':'BASE','order':0,'when':{'service':{'eq':'NORMAL'}},'effect':{'set':500}}");
        assertThat(price(set, "{}").total()).isEqualTo(500);
        assertThat(price(set, "{'service':'EXPRESS'}").total()).isEqualTo(900);
    }

    @Test
    void showsTheLimitAsALine() {
        RuleSet set = read("{'version':'v','limits':{'min_total':700,'max_total':800},'rules':[" + BASE
                + ",{'id':'w','stage':'FEE','when':{'weight_g':{'gte':2000}},'effect':{'add':900}}]}");
        assertThat(price(set, "{}").lines().getLast())
                .isEqualTo(new PriceLine("limit", Stage.LIMIT, 100, "pricing.limit"));
        assertThat(price(set, "{'weight_g':2000}").total()).isEqualTo(800);
        assertThat(price(set, "{'weight_g':2000}").lines().getLast().amount()).isEqualTo(-700);
    }

    @Test
    void neverGoesBelowZero() {
        RuleSet set = ruleSet(BASE, "{'id':'d','stage':'DISCOUNT','effect':{'add':-100000}}");
        assertThat(price(set, "{}").total()).isZero();
    }

    @Test
    void roundsTheTotalToTheStep() {
        RuleSet set = read("{'version':'v','rounding':{'mode':'HALF_UP','step':10},'rules':["
                + "{'id':'base','stage':'BASE','effect':{'set':605}}]}");
        assertThat(price(set, "{}").total()).isEqualTo(610);
        assertThat(price(set, "{}").lines().getLast().ruleId()).isEqualTo("rounding");
    }

    @Test
    void survivesAbsurdProducts() {
        List<String> rules = new ArrayList<>(List.of("{'id':'base','stage':'BASE','effect':{'set':1000000000}}"));
        for (int i = 0; i < 400; i++) {
            rules.add("{'id':'m" + i + "','stage':'MULTIPLIER','effect':{'multiply':5}}");
        }
        assertThat(price(ruleSet(rules.toArray(String[]::new)), "{}").total()).isEqualTo(1_000_000_000);
    }

    @Test
    void answersFalseForUnknownFactsExceptExistsFalse() {
        RuleSet set = ruleSet(
                BASE,
                "{'id':'a','stage':'FEE','when':{'promo_code':{'ne':'X'}},'effect':{'add':1}}",
                "{'id':'b','stage':'FEE','when':{'promo_code':{'exists':false}},'effect':{'add':2}}",
                "{'id':'c','stage':'FEE','when':{'not':{'promo_code':{'eq':'X'}}},'effect':{'add':4}}",
                "{'id':'d','stage':'FEE','when':{'any':[{'zone':{'eq':'A'}},{'weight_g':{'lte':1000}}]},'effect':{'add':8}}");
        assertThat(price(set, "{}").total()).isEqualTo(614);
        assertThat(price(set, "{'promo_code':'X'}").total()).isEqualTo(608);
        assertThat(price(set, "{'promo_code':'Y'}").total()).isEqualTo(613);
    }

    // A15
    @Test
    void givesTheSameBytesForStoredFactsWhateverTheOrderOfTheRulesInTheDocument() {
        RuleSet set = DefaultRuleSet.get();
        Facts facts = facts(
                "{'distance_km':77,'weight_g':7300,'packaging':'BAG','signals':{'pvz_fill_percent':91},'shop':{'id':'s','orders_30d':5000}}");
        String first = bytes(set, facts);
        Facts stored = Json.mapper().readValue(Json.mapper().writeValueAsString(facts), Facts.class);
        List<Rule> shuffled = new ArrayList<>(set.rules());
        Collections.shuffle(shuffled, new Random(7));
        RuleSet again = new RuleSet(
                set.version(), set.step(), set.minTotal(), set.maxTotal(), set.zones(), shuffled, set.testCases());
        assertThat(stored).isEqualTo(facts);
        assertThat(bytes(again, stored)).isEqualTo(first).contains("\"rule_id\":\"packaging\"");
    }

    @Test
    void addsUpTheLinesForAnyFacts() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            String facts = """
                    {'distance_km':%d,'weight_g':%d,'volume_cm3':%d,'goods_amount':%d,'payment_method':'PAY_ON_PICKUP',
                     'shop':{'orders_30d':%d},'signals':{'pvz_fill_percent':%d},'options':{'insurance':%b}}""".formatted(
                            random.nextInt(600),
                            1 + random.nextInt(50_000),
                            1 + random.nextInt(500_000),
                            random.nextInt(1_000_000),
                            random.nextInt(2_000),
                            random.nextInt(100),
                            random.nextBoolean());
            Price price = price(DefaultRuleSet.get(), facts);
            assertThat(price.lines().stream().mapToLong(PriceLine::amount).sum())
                    .as(facts)
                    .isEqualTo(price.total());
            assertThat(price.total()).isBetween(300L, 50_000L);
            assertThat(price.total() % DefaultRuleSet.get().step()).isZero();
        }
    }

    private static String bytes(RuleSet set, Facts facts) {
        return Json.mapper().writeValueAsString(((Outcome.Success<Price>) Evaluator.price(set, facts)).body());
    }
}
