package by.belparcel.eventing.edge.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;
import tools.jackson.databind.JsonNode;

final class LogLineTest {

    private static String line(String text) {
        return LogLine.of(Map.of("service", "s"), Level.INFO, "logger", text, Map.of("field", text, "number", 5), null);
    }

    @ParameterizedTest // S-132
    @ValueSource(
            strings = {
                "a\nb",
                "a\r\nb",
                "a\u2028b\u2029c",
                "a\u0000b",
                "\"}",
                "\\",
                "\u001b[31m",
                "\u0085",
                "\ud83d\ude00",
                "\ud83d",
                "\ufeff",
                "Книга"
            })
    void isOneJsonObjectWhateverTheTextHolds(String text) {
        String line = line(text);
        assertThat(line.substring(0, line.length() - 1)).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029]");
        assertThat(line).endsWith("}\n");
        if (!text.equals("\ud83d")) {
            JsonNode json = Json.mapper().readTree(line);
            assertThat(json.get("message").asString()).isEqualTo(text);
            assertThat(json.get("field").asString()).isEqualTo(text);
            assertThat(json.get("number").asInt()).isEqualTo(5);
        }
    }

    @Test // S-039, S-133
    void hidesSecrets() {
        for (String secret : List.of(
                "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl",
                "postgres://user:pa55word@db:5432/x",
                "https://s3/a?X-Amz-Signature=abcdef0123&x=1",
                "password=hunter2")) {
            assertThat(line(secret))
                    .doesNotContain("eyJ")
                    .doesNotContain("pa55word")
                    .doesNotContain("abcdef0123")
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void carriesTheStackOfAFailureInTheSameLine() {
        String line = LogLine.of(Map.of(), Level.ERROR, "l", "m", Map.of(), new IllegalStateException("bad\nthing"));
        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        assertThat(Json.mapper().readTree(line).get("error.type").asString())
                .isEqualTo("java.lang.IllegalStateException");
    }
}
