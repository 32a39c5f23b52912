package by.belparcel.pricing.rules;

import static by.belparcel.pricing.rules.RuleSetFixture.BASE;
import static by.belparcel.pricing.rules.RuleSetFixture.refusal;
import static by.belparcel.pricing.rules.RuleSetFixture.refusalOfRule;
import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetReaderTest {

    @Test
    void namesThePathOfAnUnknownField() {
        Rejection rejection =
                refusalOfRule("{'id':'x','stage':'FEE','when':{'all':[{'moon':{'eq':'full'}}]},'effect':{'add':1}}");
        assertThat(rejection.code()).isEqualTo("RULE_UNKNOWN_FIELD");
        assertThat(rejection.kind().status()).isEqualTo(400);
        assertThat(rejection.members()).containsEntry("path", "rules[1].when.all[0].moon");
        assertThat(rejection.errors()).extracting(FieldError::pointer).containsExactly("/rules/1/when/all/0/moon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'x','stage':'FEE','when':{'weight_g':{'matches':'.*'}},'effect':{'add':1}}",
                "{'id':'x','stage':'FEE','when':{'shop.name':{'eq':'a'}},'effect':{'add':1}}",
                "{'id':'x','stage':'FEE','when':{'signal.moon':{'gt':1}},'effect':{'add':1}}",
                "{'id':'x','stage':'FEE','effect':{'exec':'rm'}}",
                "{'id':'x','stage':'FEE','effect':{'add':1},'comment':'a'}",
                "{'id':'x','stage':'SURCHARGE','effect':{'add_per':{'field':'height','unit':1,'amount':1}}}",
                "{'id':'x','stage':'MULTIPLIER','effect':{'multiply':2},'cap':{'max':2}}"
            })
    void refusesUnknownFieldsAndOperators(String rule) {
        assertThat(refusalOfRule(rule).code()).isEqualTo("RULE_UNKNOWN_FIELD");
    }

    @Test
    void refusesAnIdThatIsUsedTwice() {
        Rejection rejection = refusalOfRule(BASE);
        assertThat(rejection.code()).isEqualTo("RULE_DUPLICATE_ID");
        assertThat(rejection.members()).containsEntry("path", "rules[1].id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "'-0.5'", "'5.000001'", "6", "1.15", "'1e1'", "null", "'1,15'", "'1.1234567'"})
    void refusesMultipliersThatAreNotExactlyMoreThanZeroAndAtMostFive(String factor) {
        Rejection rejection = refusalOfRule("{'id':'x','stage':'MULTIPLIER','effect':{'multiply':" + factor + "}}");
        assertThat(rejection.code()).isEqualTo("VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "5", "'5'", "'0.000001'", "'1.15'"})
    void acceptsMultipliersInTheBounds(String factor) {
        assertThat(RuleSetFixture.ruleSet(BASE, "{'id':'x','stage':'MULTIPLIER','effect':{'multiply':" + factor + "}}")
                        .rules())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'x','stage':'BASE','effect':{'add':1}}",
                "{'id':'x','stage':'FEE','effect':{'set':1}}",
                "{'id':'x','stage':'FEE','effect':{'multiply':1}}",
                "{'id':'x','stage':'DISCOUNT','effect':{'percent':5}}",
                "{'id':'x','stage':'DISCOUNT','effect':{'percent':-101}}",
                "{'id':'x','stage':'DISCOUNT','effect':{'add':5}}",
                "{'id':'x','stage':'LIMIT','effect':{'add':5}}",
                "{'id':'x','stage':'LIMIT','effect':{'at_least':5,'at_most':4}}",
                "{'id':'x','stage':'FEE','effect':{'add':1,'percent':1}}",
                "{'id':'x','stage':'FEE','effect':{}}",
                "{'id':'x','stage':'FEE'}",
                "{'id':'x','stage':'TAX','effect':{'add':1}}",
                "{'stage':'FEE','effect':{'add':1}}",
                "{'id':'limit','stage':'FEE','effect':{'add':1}}",
                "{'id':'X x','stage':'FEE','effect':{'add':1}}",
                "{'id':'x','stage':'FEE','effect':{'add':12.5}}",
                "{'id':'x','stage':'FEE','effect':{'add':99999999999}}",
                "{'id':'x','stage':'FEE','when':{'service':{'eq':'SLOW'}},'effect':{'add':1}}",
                "{'id':'x','stage':'FEE','when':{'service':{'gt':'EXPRESS'}},'effect':{'add':1}}",
                "{'id':'x','stage':'FEE','when':{'weekday':{'in':[]}},'effect':{'add':1}}",
                "{'id':'x','stage':'FEE','when':{'weight_g':{'between':[5,5]}},'effect':{'add':1}}",
                "{'id':'x','stage':'FEE','when':{'weight_g':{'between':[5]}},'effect':{'add':1}}",
                "{'id':'x','stage':'FEE','when':{'weight_g':{}},'effect':{'add':1}}",
                "{'id':'x','stage':'FEE','when':{'weight_g':null},'effect':{'add':1}}",
                "{'id':'x','stage':'FEE','when':{'weight_g':{'exists':null}},'effect':{'add':1}}",
                "{'id':'x','stage':'FEE','when':null,'effect':{'add':1}}",
                "{'id':'x','stage':'FEE','when':{'weight_g':5},'effect':{'add':1}}",
                "{'id':'x','stage':'FEE','when':{'any':[]},'effect':{'add':1}}",
                "{'id':'x','stage':'FEE','when':{'local_time':{'between':['25:00','26:00']}},'effect':{'add':1}}",
                "{'id':'x','stage':'FEE','when':{'options.insurance':{'eq':'yes'}},'effect':{'add':1}}",
                "{'id':'x','stage':'SURCHARGE','effect':{'add_per':{'field':'weight_g','unit':0,'amount':1}}}",
                "{'id':'x','stage':'SURCHARGE','effect':{'add_per':{'field':'packaging','unit':1,'amount':1}}}",
                "{'id':'x','stage':'SURCHARGE','effect':{'add_table':{'field':'packaging','table':{'SACK':1}}}}",
                "{'id':'x','stage':'SURCHARGE','effect':{'add_table':{'field':'packaging','table':{}}}}",
                "[]",
                "7"
            })
    void refusesWhatHasNoMeaning(String rule) {
        assertThat(refusalOfRule(rule).code()).isEqualTo("VALIDATION_FAILED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{'version':'v','rules':[]}",
                "{'version':'a b','rules':[" + BASE + "]}",
                "{'version':'v','currency':'USD','rules':[" + BASE + "]}",
                "{'version':'v','rounding':{'mode':'DOWN'},'rules':[" + BASE + "]}",
                "{'version':'v','rounding':{'step':3},'rules':[" + BASE + "]}",
                "{'version':'v','limits':{'min_total':9,'max_total':8},'rules':[" + BASE + "]}",
                "{'version':'v','zones':[{'zone':'A','up_to_km':5}],'rules':[" + BASE + "]}",
                "{'version':'v','zones':[{'zone':'A','up_to_km':5},{'zone':'B','up_to_km':5},{'zone':'C'}],'rules':["
                        + BASE + "]}",
                "{'version':'v','rules':[" + BASE + "],'test_cases':[{'name':'a'}]}"
            })
    void refusesDocumentsThatAreNoRuleSet(String document) {
        assertThat(refusal(document).code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void namesAllProblemsAtOnce() {
        Rejection rejection = refusal("{'version':'v','colour':1,'rules':[" + BASE + "," + BASE
                + ",{'id':'x','stage':'MULTIPLIER','effect':{'multiply':0}}]}");
        assertThat(rejection.code()).isEqualTo("RULE_UNKNOWN_FIELD");
        assertThat(rejection.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/colour", "/rules/1/id", "/rules/2/effect/multiply");
    }

    @Test
    void refusesMoreThanAnEventCanCarry() {
        StringBuilder rules = new StringBuilder(BASE);
        for (int i = 0; i < 499; i++) {
            rules.append(",{'id':'r")
                    .append(i)
                    .append("','stage':'FEE','effect':{'add':1},'text_key':'")
                    .append("k".repeat(80))
                    .append("'}");
        }
        assertThat(refusal("{'version':'v','rules':[" + rules + "]}").errors())
                .extracting(FieldError::code)
                .containsExactly("SIZE");
    }
}
