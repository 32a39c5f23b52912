package by.belparcel.pickuppoints.application;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.Input;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private static Input body(String json) {
        return Input.of(Json.mapper().readTree(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "-1", "1e-400", "\"NaN\"", "\"1e3\"", "true", "[1]", "{}"})
    void takesNoWeightThatIsNoDecimal(String weight) {
        Input body = body("{\"weight\":" + weight + "}");

        assertThat(Fields.weightG(body, "weight")).isEmpty();
        assertThat(body.problems()).hasSize(1);
    }

    @Test
    void readsWeightsAsNumberAndAsText() {
        assertThat(Fields.weightG(body("{\"weight\":9.999}"), "weight")).contains(9_999);
        assertThat(Fields.weightG(body("{\"weight\":\"9.999\"}"), "weight")).contains(9_999);
        assertThat(Fields.weightG(body("{\"weight\":10}"), "weight")).contains(10_000);
    }

    @Test
    void readsAClientAsNumberAndAsReference() {
        String reference = "C0FFEE00-0000-7000-8000-000000000001";
        assertThat(Fields.user(body("{\"user_id\":\"0042\"}"), "user_id")).contains("42");
        assertThat(Fields.user(body("{\"user_id\":9223372036854775807}"), "user_id"))
                .contains("9223372036854775807");
        assertThat(Fields.user(body("{\"user_id\":\"" + reference + "\"}"), "user_id"))
                .contains("c0ffee00-0000-7000-8000-000000000001");
    }
}
