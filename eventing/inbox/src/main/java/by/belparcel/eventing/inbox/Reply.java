package by.belparcel.eventing.inbox;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.outcome.Content;
import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a command or query answers, ready for the wire except for the problem document of a refusal. */
public sealed interface Reply {

    String LOCATION = "Location";
    String ETAG = "ETag";
    String CONTENT_TYPE = "Content-Type";
    String REPLAYED = "Idempotency-Replayed";

    /** @param headers of the allow-list, such as Location and ETag; @param body JSON unless they name a type, empty with 204 and 304 */
    record Answer(int status, Map<String, String> headers, byte[] body) implements Reply {

        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /** @param headers to add to the problem, such as Retry-After */
    record Refusal(Rejection rejection, Map<String, String> headers) implements Reply {

        public Refusal {
            headers = Map.copyOf(headers);
        }
    }

    static Reply of(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Refused<?>(Rejection rejection, boolean keepEffects) -> new Refusal(rejection, Map.of());
            case Outcome.Success<?> success -> answer(success);
        };
    }

    private static Answer answer(Outcome.Success<?> success) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (success.location() != null) {
            headers.put(LOCATION, success.location());
        }
        if (success.version() > 0) {
            headers.put(ETAG, "\"v" + success.version() + "\"");
        }
        Object body = success.body();
        if (body instanceof Content content) {
            headers.putAll(content.headers());
            headers.put(CONTENT_TYPE, content.mediaType());
            return new Answer(success.status(), headers, content.bytes());
        }
        return new Answer(
                success.status(),
                headers,
                body == null ? new byte[0] : Json.mapper().writeValueAsBytes(body));
    }
}
