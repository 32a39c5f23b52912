package by.belparcel.eventing.edge.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Method and path template to endpoint; a fixed word wins over a variable at every level. */
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
            node = segment.startsWith(":") ? node.variable() : node.word(segment);
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
        return found != null || node.variable == null ? found : find(node.variable, segments, at + 1);
    }

    private record Entry(Endpoint endpoint, List<String> template) {

        Map<String, String> variables(List<String> segments) {
            Map<String, String> variables = null;
            for (int i = 0; i < template.size(); i++) {
                if (template.get(i).startsWith(":")) {
                    variables = variables == null ? new HashMap<>(4) : variables;
                    variables.put(template.get(i).substring(1), segments.get(i));
                }
            }
            return variables == null ? Map.of() : variables;
        }
    }

    private static final class Node {

        private final Map<String, Node> words = new HashMap<>(4);
        private final Map<String, Entry> entries = new TreeMap<>();
        private @Nullable Node variable;

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
