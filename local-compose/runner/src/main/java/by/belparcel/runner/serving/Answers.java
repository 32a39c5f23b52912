package by.belparcel.runner.serving;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** Answers that the runner gives itself. */
public final class Answers {

    private Answers() {}

    /** A problem+json answer, unless the answer has begun. */
    public static void problem(HttpServerResponse response, int status, String title) {
        if (response.headWritten() || response.closed() || response.ended()) {
            return;
        }
        String body = new JsonObject()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .encode();
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(body)
                .onFailure(gone -> response.reset());
    }
}
