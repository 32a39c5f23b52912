package by.belparcel.pricing.rules;

import static by.belparcel.pricing.rules.RuleSetFixture.BASE;
import static by.belparcel.pricing.rules.RuleSetFixture.read;
import static by.belparcel.pricing.rules.RuleSetFixture.ruleSet;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.pricing.rules.RuleSetReview.Failure;
import by.belparcel.pricing.rules.RuleSetReview.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetReviewTest {

    @Test
    void findsNothingInTheDefaultRuleSet() {
        RuleSetReview.Report report = RuleSetReview.review(DefaultRuleSet.get());
        assertThat(report.failures()).isEmpty();
        assertThat(report.unreachable()).isEmpty();
        assertThat(report.overlaps()).isEmpty();
        assertThat(DefaultRuleSet.get().testCases()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'weight_g':{'gt':5,'lt':5}}",
                "{'weight_g':{'gte':6,'lte':5}}",
                "{'all':[{'service':{'eq':'NORMAL'}},{'service':{'eq':'EXPRESS'}}]}",
                "{'service':{'eq':'NORMAL','ne':'NORMAL'}}",
                "{'promo_code':{'exists':false,'eq':'X'}}",
                "{'weekday':{'in':['MON'],'ne':'MON'}}"
            })
    void findsRulesThatCanNeverApply(String when) {
        RuleSet set = ruleSet(BASE, "{'id':'never','stage':'FEE','when':" + when + ",'effect':{'add':1}}");
        assertThat(RuleSetReview.review(set).unreachable())
                .extracting(Finding::ruleId)
                .containsExactly("never");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'weight_g':{'gte':5,'lte':5}}",
                "{'any':[{'service':{'eq':'NORMAL'}},{'service':{'eq':'EXPRESS'}}]}",
                "{'local_time':{'between':['22:00','06:00']}}",
                "{'weekday':{'in':['MON','TUE'],'ne':'MON'}}"
            })
    void leavesRulesAloneThatMayApply(String when) {
        RuleSet set = ruleSet(BASE, "{'id':'x','stage':'FEE','when':" + when + ",'effect':{'add':1}}");
        assertThat(RuleSetReview.review(set).unreachable()).isEmpty();
    }

    @Test
    void findsZonesThatDoNotExistAndBasesInTheShadow() {
        RuleSet set = read("{'version':'v','zones':[{'zone':'A'}],'rules':[" + BASE
                + ",{'id':'z','stage':'FEE','when':{'zone':{'eq':'Q'}},'effect':{'add':1}}"
                + ",{'id':'later','order':1,'stage':'BASE','effect':{'set':1}}]}");
        assertThat(RuleSetReview.review(set).unreachable())
                .extracting(Finding::ruleId)
                .containsExactlyInAnyOrder("z", "later");
    }

    @Test
    void warnsOfOverlapsOfTheSamePriority() {
        String first =
                "{'id':'a','stage':'DISCOUNT','when':{'weight_g':{'lt':10}},'effect':{'add':-1},'exclusive_group':'g'}";
        String apart =
                "{'id':'b','stage':'DISCOUNT','when':{'weight_g':{'gte':10}},'effect':{'add':-1},'exclusive_group':'g'}";
        String over =
                "{'id':'c','stage':'DISCOUNT','when':{'weight_g':{'gte':9}},'effect':{'add':-1},'exclusive_group':'g'}";
        assertThat(RuleSetReview.review(ruleSet(BASE, first, apart)).overlaps()).isEmpty();
        assertThat(RuleSetReview.review(ruleSet(BASE, first, over)).overlaps())
                .singleElement()
                .satisfies(f -> assertThat(f.ruleId() + f.other()).isEqualTo("ca"));
        assertThat(RuleSetReview.review(ruleSet(BASE, first, over.replace("'id'", "'order':1,'id'")))
                        .overlaps())
                .isEmpty();
    }

    @Test
    void tellsExpectedAndActualOfAFailingTestCase() {
        RuleSet set = read(
                "{'version':'v','rules':[{'id':'base','stage':'BASE','when':{'zone':{'eq':'A'}},'effect':{'set':600}}],"
                        + "'test_cases':[{'name':'good','facts':{'zone':'A'},'total':600},"
                        + "{'name':'wrong','facts':{'zone':'A'},'total':601},{'name':'none','facts':{},'total':1},"
                        + "{'name':'refused','facts':{},'error':'NO_BASE_PRICE'}]}");
        assertThat(RuleSetReview.review(set).failures())
                .containsExactly(new Failure("wrong", 601L, 600L), new Failure("none", 1L, null));
    }
}
