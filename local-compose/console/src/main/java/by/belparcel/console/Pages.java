package by.belparcel.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads a list to its end. */
public final class Pages {

    private Pages() {}

    /** @param path with at least one query parameter */
    public static List<JsonNode> all(ApiClient api, String path) throws InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            ApiClient.Answer page = api.get(
                    cursor.isEmpty() ? path : path + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
            if (page.status() != 200) {
                throw new IllegalStateException(path + " answered " + page.status() + " " + page.body());
            }
            page.body().path("items").forEach(items::add);
            cursor = page.body().path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        return items;
    }
}
