package by.belparcel.eventing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import by.belparcel.eventing.envelope.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReplyTest {

    @ParameterizedTest // domain 4.4: below 1 KiB, code first
    @ValueSource(strings = {"", "x", "\u0001", "\"", "я", "\ud83d\ude00", "\ud83d"})
    void staysBelowOneKibibyteWhateverTheDetailRepeats(String part) {
        byte[] body = EventReply.problem(422, "UNKNOWN_TYPE", part.repeat(5_000));

        assertThat(body.length).isLessThan(1024);
        assertThat(new String(body, StandardCharsets.UTF_8)).startsWith("{\"code\":\"UNKNOWN_TYPE\",");
        assertThat(Json.mapper().readTree(body).get("status").asInt()).isEqualTo(422);
    }
}
