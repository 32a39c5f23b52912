package by.belparcel.eventing.inbox;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.inbox.InboxMetrics.Delivery;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an event function answers (domain README 4.4).
 *
 * @param status 204; 400 or 422 = never again; 503 = later
 * @param body empty with 204, else problem+json below 1 KiB with {@code code} first: it travels with the dead letter
 * @param cause the technical error for the log, absent otherwise
 */
public record EventReply(
        int status, byte[] body, Delivery result, @Nullable Throwable cause) {

    private static final int DETAIL_LIMIT = 140;

    static EventReply acknowledged(Delivery result) {
        return new EventReply(204, new byte[0], result, null);
    }

    static EventReply refused(int status, Delivery result, String code, String detail, @Nullable Throwable cause) {
        return new EventReply(status, problem(status, code, detail), result, cause);
    }

    /** The problem document; also for what the edge refuses before a pipeline sees it. */
    public static byte[] problem(int status, String code, String detail) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("code", code);
        json.put("type", "https://belparcel.by/problems/" + code);
        json.put("status", status);
        json.put("detail", shortened(detail));
        json.put("retryable", status == 503);
        return Json.mapper().writeValueAsBytes(json);
    }

    /** A detail may repeat an attribute from outside: at most four bytes each, no escapes, no halves of surrogate pairs. */
    private static String shortened(String detail) {
        return detail.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .limit(DETAIL_LIMIT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
