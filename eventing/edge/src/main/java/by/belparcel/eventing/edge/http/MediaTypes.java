package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Refused;
import by.belparcel.eventing.outcome.Rejection;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks Accept, Content-Type and Content-Encoding: JSON in, whatever the function makes out. */
final class MediaTypes {

    private MediaTypes() {}

    /** @throws Refused 406 when the client takes neither JSON nor anything; queries may make other types and are asked less */
    static void requireAcceptable(HttpHeaders headers, boolean query) {
        List<String> accepted = headers.getAll("accept");
        if (accepted.isEmpty()) {
            return;
        }
        for (String value : accepted) {
            for (String range : value.split(",", -1)) {
                if (isAcceptable(type(range), query)) {
                    return;
                }
            }
        }
        throw new Refused(
                Rejection.of(Rejection.Kind.NOT_ACCEPTABLE, "NOT_ACCEPTABLE", "The answer is application/json."));
    }

    /** @throws Refused 415 when the body is not plain JSON in UTF-8 */
    static void requireJson(HttpHeaders headers) {
        String encoding = headers.get("content-encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw unsupported("Encoded bodies are not accepted.");
        }
        String contentType = headers.get("content-type");
        if (contentType == null || !type(contentType).equals("application/json") || !isUtf8(contentType)) {
            throw unsupported("The body must be application/json.");
        }
    }

    private static boolean isAcceptable(String range, boolean query) {
        return switch (range) {
            case "*/*", "application/*", "application/json", "application/problem+json" -> true;
            case "text/csv",
                    "text/html",
                    "text/css",
                    "text/javascript",
                    "text/*",
                    "image/svg+xml",
                    "image/png",
                    "image/*",
                    "application/yaml",
                    "application/schema+json",
                    "application/geo+json" -> query;
            default -> false;
        };
    }

    private static boolean isUtf8(String contentType) {
        int charset = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        return charset < 0
                || contentType.substring(charset + 8).replace("\"", "").strip().equalsIgnoreCase("utf-8");
    }

    private static String type(@Nullable String value) {
        String text = value == null ? "" : value;
        int semicolon = text.indexOf(';');
        return (semicolon < 0 ? text : text.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    private static Refused unsupported(String detail) {
        return new Refused(Rejection.of(Rejection.Kind.UNSUPPORTED_MEDIA_TYPE, "UNSUPPORTED_MEDIA_TYPE", detail));
    }
}
