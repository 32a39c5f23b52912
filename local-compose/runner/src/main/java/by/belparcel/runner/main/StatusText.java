package by.belparcel.runner.main;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The status JSON as aligned columns. */
final class StatusText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StatusText() {}

    static String of(String json) {
        JsonNode status = JSON.readTree(json);
        StringBuilder text = new StringBuilder(status.path("url").asString(""))
                .append(status.path("ready").asBoolean() ? "  ready" : "  not ready")
                .append(", since ")
                .append(status.path("started_at").asString(""))
                .append("\n\n");
        table(
                text,
                status.path("services"),
                "SERVICE=name",
                "PUBLIC=public",
                "SCALE=scale",
                "IN FLIGHT=in_flight",
                "QUEUED=queued",
                "REQUESTS=requests",
                "COLD STARTS=cold_starts",
                "LAST COLD MS=last_cold_ms",
                "CRASHES=crashes");
        table(
                text,
                status.path("sources"),
                "SOURCE=name",
                "KIND=kind",
                "DELIVERED=delivered",
                "RETRIED=retried",
                "IN FLIGHT=in_flight",
                "LAG=lag",
                "DEAD=dead",
                "LOST=lost");
        table(
                text,
                status.path("triggers"),
                "TRIGGER=name",
                "DELIVERED=delivered",
                "RETRIED=retried",
                "IN FLIGHT=in_flight",
                "LAG=lag",
                "DEAD=dead",
                "LOST=lost");
        JsonNode outbox = status.path("outbox");
        text.append("outbox: pending ")
                .append(outbox.path("pending").asString("?"))
                .append(", oldest ")
                .append(outbox.path("oldest_s").asString("?"))
                .append(" s, parked keys ")
                .append(outbox.path("parked").asString("?"))
                .append("\ndead letters: ")
                .append(status.path("dead_letters").asString("?"));
        return text.toString();
    }

    /** Columns are {@code TITLE=field}. */
    private static void table(StringBuilder text, JsonNode rows, String... columns) {
        if (rows.isEmpty()) {
            return;
        }
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of(columns).stream()
                .map(each -> each.substring(0, each.indexOf('=')))
                .toList());
        for (JsonNode row : rows) {
            cells.add(List.of(columns).stream()
                    .map(each -> row.path(each.substring(each.indexOf('=') + 1)))
                    .map(value -> value.isNumber() && value.asLong() < 0 ? "-" : value.asString("-"))
                    .toList());
        }
        for (List<String> line : cells) {
            for (int column = 0; column < columns.length; column++) {
                int wanted = column;
                int width = cells.stream()
                        .mapToInt(each -> each.get(wanted).length())
                        .max()
                        .orElse(0);
                String cell = line.get(column);
                String padding = " ".repeat(width - cell.length());
                text.append(column == 0 ? cell + padding : "  " + padding + cell);
            }
            text.append('\n');
        }
        text.append('\n');
    }
}
