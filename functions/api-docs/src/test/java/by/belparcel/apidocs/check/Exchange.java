package by.belparcel.apidocs.check;

import org.jspecify.annotations.Nullable;

/**
 * A request and its answer, as they were on the wire.
 *
 * @param target path with its query
 * @param sent JSON of the request, null without a body or when it is no JSON on purpose
 * @param contentType of the answer, null when it has none
 * @param body of the answer, empty when it has none
 */
public record Exchange(
        String method,
        String target,
        @Nullable String sent,
        int status,
        @Nullable String contentType,
        String body) {

    String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    boolean went() {
        return status < 300;
    }

    @Override
    public String toString() {
        return method + ' ' + path() + " -> " + status;
    }
}
