package by.belparcel.eventing.testkit;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.inbox.Reply;
import by.belparcel.eventing.outcome.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a command or query answered. A refusal's body has the members that tests look at: code, status, detail, errors and its own. */
public record HttpReply(int status, Map<String, String> headers, byte[] bytes) {

    static HttpReply of(Reply reply) {
        return switch (reply) {
            case Reply.Answer(int status, Map<String, String> headers, byte[] body) ->
                new HttpReply(status, headers, body);
            case Reply.Refusal(Rejection rejection, Map<String, String> headers) -> of(rejection, headers);
        };
    }

    static HttpReply of(Rejection rejection, Map<String, String> headers) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("code", rejection.code());
        problem.put("status", rejection.kind().status());
        problem.put("detail", rejection.detail());
        problem.put("errors", rejection.errors());
        problem.putAll(rejection.members());
        return new HttpReply(rejection.kind().status(), headers, Json.mapper().writeValueAsBytes(problem));
    }

    /** The body as JSON; a missing node when there is none. */
    public JsonNode json() {
        return bytes.length == 0 ? Json.mapper().missingNode() : Json.mapper().readTree(bytes);
    }

    /** A member of the body as text, by JSON Pointer without its first slash: {@code text("price/amount")}. */
    public String text(String path) {
        return json().at("/" + path).asString("");
    }

    /** The problem's code; empty when it is no problem. */
    public String code() {
        return status < 400 ? "" : text("code");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public boolean replayed() {
        return headers.containsKey(Reply.REPLAYED);
    }

    @Override
    public String toString() {
        return status + " " + headers + " " + new String(bytes, StandardCharsets.UTF_8);
    }
}
