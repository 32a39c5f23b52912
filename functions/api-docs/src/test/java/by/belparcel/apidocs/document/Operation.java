package by.belparcel.apidocs.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One operation of a document with what the lint rules ask about it. */
record Operation(Map<String, Object> document, String path, String method, Map<String, Object> body) {

    static List<Operation> all(Map<String, Object> document) {
        List<Operation> all = new ArrayList<>();
        Tree.map(document.get("paths"))
                .forEach((path, item) -> Tree.map(item)
                        .forEach((method, body) -> all.add(new Operation(document, path, method, Tree.map(body)))));
        return all;
    }

    boolean isPublic() {
        return body.containsKey("security");
    }

    String id() {
        return Tree.text(body, "operationId");
    }

    TreeSet<String> statuses() {
        return new TreeSet<>(Tree.map(body.get("responses")).keySet());
    }

    /** Such as {@code query limit}. */
    TreeSet<String> parameters() {
        TreeSet<String> names = new TreeSet<>();
        for (Object parameter : Tree.list(body.get("parameters"))) {
            Map<String, Object> full = Tree.followed(document, parameter);
            names.add(Tree.text(full, "in") + ' ' + Tree.text(full, "name"));
        }
        return names;
    }

    /** Members of the 200 answer. */
    Map<String, Object> members() {
        Map<String, Object> response = Tree.map(Tree.map(body.get("responses")).get("200"));
        Map<String, Object> media = Tree.map(Tree.map(response.get("content")).get("application/json"));
        return Tree.map(Tree.followed(document, media.get("schema")).get("properties"));
    }

    @Override
    public String toString() {
        return method + ' ' + path;
    }
}
