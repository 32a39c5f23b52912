package by.belparcel.eventing.edge.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Method and path template to endpoint; at every level a fixed word wins over a variable with a verb ({@code {id}:issue}),
 * and that over a variable.
 */
final class RouteTable {

    private final Node root = new Node();

    /** What a path leads to. */
    sealed interface Match {

        record Found(Endpoint endpoint, Map<String, String> variables) implements Match {}

        /** The path exists, the method does not. @param allowed sorted, with HEAD and OPTIONS where they work */
        record WrongMethod(Set<String> allowed) implements Match {}

        record Unknown() implements Match {}
    }

    /** @throws IllegalStateException when the route is there already */
    void add(String method, String template, Endpoint endpoint) {
        Node node = root;
        RequestPath path = RequestPath.parse(template.replace('{', ':').replace("}", ""));
        if (path == null) {
            throw new IllegalStateException("Not a path template: " + template);
        }
        for (String segment : path.segments()) {
            node = node.step(segment);
        }
        Entry entry = new Entry(endpoint, path.segments());
        if (node.entries.putIfAbsent(method, entry) != null) {
            throw new IllegalStateException("Two functions for " + method + " " + template);
        }
    }

    Match find(String method, RequestPath path) {
        Node node = find(root, path.segments(), 0);
        if (node == null) {
            return new Match.Unknown();
        }
        Entry entry = node.entries.get(method.equals("HEAD") ? "GET" : method);
        if (entry == null) {
            return new Match.WrongMethod(node.allowed());
        }
        return new Match.Found(entry.endpoint, entry.variables(path.segments()));
    }

    private static @Nullable Node find(Node node, List<String> segments, int at) {
        if (at == segments.size()) {
            return node.entries.isEmpty() ? null : node;
        }
        Node word = node.words.get(segments.get(at));
        Node found = word == null ? null : find(word, segments, at + 1);
        if (found == null && !node.verbs.isEmpty()) {
            String segment = segments.get(at);
            Node verb = node.verbs.get(verb(segment));
            found = verb == null || verbAt(segment) == 0 ? null : find(verb, segments, at + 1);
        }
        Node variable = segments.get(at).isEmpty() ? null : node.variable;
        return found != null || variable == null ? found : find(variable, segments, at + 1);
    }

    /** Where the verb of a segment begins: its last colon, or its end when it has none. */
    private static int verbAt(String segment) {
        int colon = segment.lastIndexOf(':');
        return colon < 0 ? segment.length() : colon;
    }

    private static String verb(String segment) {
        return segment.substring(verbAt(segment));
    }

    private record Entry(Endpoint endpoint, List<String> template) {

        Map<String, String> variables(List<String> segments) {
            Map<String, String> variables = null;
            for (int i = 0; i < template.size(); i++) {
                String part = template.get(i);
                if (part.startsWith(":")) {
                    boolean verb = verbAt(part) > 0;
                    String value = segments.get(i);
                    variables = variables == null ? new HashMap<>(4) : variables;
                    variables.put(
                            part.substring(1, verb ? verbAt(part) : part.length()),
                            verb ? value.substring(0, verbAt(value)) : value);
                }
            }
            return variables == null ? Map.of() : variables;
        }
    }

    private static final class Node {

        private final Map<String, Node> words = new HashMap<>(4);
        private final Map<String, Entry> entries = new TreeMap<>();
        private final Map<String, Node> verbs = new HashMap<>(0);
        private @Nullable Node variable;

        Node step(String part) {
            if (!part.startsWith(":")) {
                return word(part);
            }
            return verbAt(part) > 0 ? verbs.computeIfAbsent(verb(part), any -> new Node()) : variable();
        }

        Node word(String segment) {
            return words.computeIfAbsent(segment, any -> new Node());
        }

        Node variable() {
            Node next = variable == null ? new Node() : variable;
            variable = next;
            return next;
        }

        Set<String> allowed() {
            Set<String> allowed = new java.util.TreeSet<>(entries.keySet());
            allowed.add("OPTIONS");
            if (allowed.contains("GET")) {
                allowed.add("HEAD");
            }
            return allowed;
        }
    }
}
