package by.belparcel.eventing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttributesTest {

    @Test
    void readsWhatPostgresWrites() {
        assertThat(read("{\"actor\": \"x\", \"traceparent\": \"00-aa-bb-01\"}"))
                .containsExactly(Map.entry("actor", "x"), Map.entry("traceparent", "00-aa-bb-01"));
        assertThat(read("{}")).isEmpty();
        assertThat(read("{\"a\": \"\"}")).containsExactly(Map.entry("a", ""));
    }

    @Test
    void leavesUnusualTextsToTheParser() {
        assertThat(read("{\"a\": \"say \\\"hi\\\"\", \"b\": \"x\"}"))
                .containsExactly(Map.entry("a", "say \"hi\""), Map.entry("b", "x"));
        assertThat(read("{\"a\":\"compact\"}")).containsExactly(Map.entry("a", "compact"));
        assertThat(read("{\"a\": \"x\", \"n\": 7}")).containsExactly(Map.entry("a", "x"), Map.entry("n", "7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": \"b, \\\"c\"}", "{\"a\": \", \", \"b\": \"}\"}", "{\"a\": \"}\"}"})
    void isNotMisledByPunctuationInValues(String json) {
        assertThat(read(json)).containsKey("a");
    }

    private static Map<String, String> read(String json) {
        Map<String, String> all = new LinkedHashMap<>();
        Attributes.read(json, all::put);
        return all;
    }
}
