package by.belparcel.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    private static String canonical(String json) {
        return CanonicalJson.of(Json.mapper().readTree(json));
    }

    @ParameterizedTest // H-05
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"b\":1,\"a\":2}|{ \"a\" : 2, \"b\" : 1 }",
                "{\"a\":{\"y\":[1,2],\"x\":null}}|{\"a\":{\"x\":null,\"y\":[1,2]}}",
                "1.0|1",
                "100|1e2",
                "0|0.0",
                "\"\\u041c\"|\"М\"",
                "{}|{ }"
            })
    void givesOneSpelling(String one, String other) {
        assertThat(canonical(one)).isEqualTo(canonical(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1,2]|[2,1]",
                "\"1\"|1",
                "{\"a\":null}|{}",
                "{\"a\":\"b\\\",\\\"c\\\":\\\"d\"}|{\"a\":\"b\",\"c\":\"d\"}",
                "1|1.5",
                "true|\"true\""
            })
    void keepsDifferentContentsApart(String one, String other) {
        assertThat(canonical(one)).isNotEqualTo(canonical(other));
    }

    @Test
    void doesNotWriteOutAHugeExponent() {
        assertThat(canonical("1e300")).hasSizeLessThan(20);
        assertThat(canonical("1e999999")).isNotEmpty();
    }
}
