package by.belparcel.apidocs.document;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Gives each schema that a body or an answer names an example of its own, composed where nobody wrote one. */
final class SchemaExamples {

    private static final String PREFIX = "#/components/schemas/";

    private SchemaExamples() {}

    static void add(Map<String, Object> document) {
        Samples samples = new Samples(document);
        for (String name : named(document)) {
            Map<String, Object> schema = Tree.resolve(document, PREFIX + name);
            if (!schema.containsKey("examples")) {
                Object sample = samples.of(schema);
                if (sample != null) {
                    schema.put("examples", List.of(sample));
                    RequestSchemas.schemas(document).put(name, schema);
                }
            }
        }
    }

    /** Schemas that stand right below a media type, or are the entries of a page. */
    private static TreeSet<String> named(Map<String, Object> document) {
        TreeSet<String> names = new TreeSet<>();
        for (Map<String, Object> node : Tree.maps(document.get("paths"))) {
            for (Object type : Tree.map(node.get("content")).values()) {
                add(names, Tree.map(Tree.map(type).get("schema")));
            }
        }
        return names;
    }

    private static void add(TreeSet<String> names, Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String reference) {
            names.add(reference.substring(PREFIX.length()));
        }
        Map<String, Object> items = Tree.map(Tree.map(schema.get("properties")).get("items"));
        if (Tree.map(items.get("items")).get("$ref") instanceof String reference) {
            names.add(reference.substring(PREFIX.length()));
        }
    }
}
