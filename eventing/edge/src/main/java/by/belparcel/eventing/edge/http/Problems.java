package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Trace;
import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.outcome.FieldError;
import by.belparcel.eventing.outcome.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes problem+json (RFC 9457); the only place that does. The stable code stands first. */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    /** The first KiB of an event function's answer travels with the dead letter (domain README 4.4). */
    private static final int EVENT_DETAIL = 240;

    private static final int EVENT_ERRORS = 2;
    private static final String TYPE = "https://belparcel.by/problems/";
    private static final Set<Integer> RETRYABLE = Set.of(408, 429, 503, 504);

    private Problems() {}

    /** @param path path of the request, null when it must not be repeated */
    static byte[] write(int status, Rejection rejection, Trace trace, @Nullable String path, Language language) {
        Map<String, Object> body = head(status, rejection, rejection.detail(), path, language);
        if (!rejection.errors().isEmpty()) {
            body.put("errors", errors(rejection.errors(), rejection.errors().size()));
        }
        identify(body, status, rejection, trace);
        body.putAll(rejection.members());
        if (path != null && path.startsWith("/pvz/v1/")) {
            body.put("error", Map.of("code", rejection.code(), "message", rejection.detail()));
        }
        return Json.mapper().writeValueAsBytes(body);
    }

    /** As {@link #write}, but certainly smaller than 1 KiB. */
    static byte[] writeShort(int status, Rejection rejection, Trace trace) {
        Map<String, Object> body = head(status, rejection, shorten(rejection.detail()), null, Language.EN);
        identify(body, status, rejection, trace);
        List<FieldError> errors = rejection.errors();
        if (!errors.isEmpty()) {
            body.put("errors", errors(errors, Math.min(EVENT_ERRORS, errors.size())));
        }
        return Json.mapper().writeValueAsBytes(body);
    }

    private static Map<String, Object> head(
            int status, Rejection rejection, String detail, @Nullable String path, Language language) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", rejection.code());
        body.put("type", TYPE + rejection.code());
        body.put("title", Titles.of(status, language));
        body.put("status", status);
        body.put("detail", detail);
        if (path != null) {
            body.put("instance", path);
        }
        return body;
    }

    private static void identify(Map<String, Object> body, int status, Rejection rejection, Trace trace) {
        body.put("trace_id", trace.traceUuid());
        body.put("correlation_id", trace.correlationId());
        body.put("retryable", RETRYABLE.contains(status) || rejection.code().equals("IDEMPOTENCY_IN_PROGRESS"));
    }

    private static List<Map<String, Object>> errors(List<FieldError> errors, int count) {
        List<Map<String, Object>> list = new ArrayList<>(count);
        for (FieldError error : errors.subList(0, count)) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("pointer", count == errors.size() ? error.pointer() : shorten(error.pointer()));
            entry.put("code", error.code());
            entry.put("detail", error.detail());
            if (error.limit() != null) {
                entry.put("limit", error.limit());
            }
            if (error.actual() != null) {
                entry.put("actual", error.actual());
            }
            list.add(entry);
        }
        return list;
    }

    private static String shorten(String text) {
        return text.length() <= EVENT_DETAIL ? text : text.substring(0, EVENT_DETAIL) + "…";
    }
}
