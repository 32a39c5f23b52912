package by.belparcel.apidocs.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds the path item of a request path; fixed words win over variables, as in the router. */
final class PathIndex {

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String template, Pattern pattern, JsonNode item) {}

    PathIndex(JsonNode paths) {
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            entries.add(new Entry(path.getKey(), pattern(path.getKey()), path.getValue()));
        }
        // Fewer variables first, of those the one whose variable comes later, of those the one with a verb behind it.
        entries.sort(Comparator.comparingLong((Entry entry) ->
                        entry.template().chars().filter(c -> c == '{').count())
                .thenComparing(entry -> -entry.template().indexOf('{'))
                .thenComparing(entry -> -entry.template().length()));
    }

    Optional<JsonNode> find(String path) {
        return entries.stream()
                .filter(entry -> entry.pattern().matcher(path).matches())
                .map(Entry::item)
                .findFirst();
    }

    private static Pattern pattern(String template) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            pattern.append(Pattern.quote(template.substring(from, open))).append("[^/]+");
            from = template.indexOf('}', open) + 1;
        }
        return Pattern.compile(pattern + Pattern.quote(template.substring(from)));
    }
}
