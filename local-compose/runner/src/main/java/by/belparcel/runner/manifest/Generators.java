package by.belparcel.runner.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** configMapGenerator and secretGenerator, literals only. */
final class Generators {

    private Generators() {}

    static List<Resource> generate(View kustomization) {
        View options = kustomization.at("generatorOptions");
        Kustomization.allow(
                options, Set.of("disableNameSuffixHash", "annotations", "labels"), "generatorOptions field ");
        List<Resource> resources = new ArrayList<>();
        for (View entry : kustomization.at("configMapGenerator").list()) {
            resources.add(generated(entry, "ConfigMap", "data", options));
        }
        for (View entry : kustomization.at("secretGenerator").list()) {
            resources.add(generated(entry, "Secret", "stringData", options));
        }
        return resources;
    }

    private static Resource generated(View entry, String kind, String field, View common) {
        Kustomization.allow(entry, Set.of("name", "namespace", "literals", "options", "type"), "generator field ");
        View own = entry.at("options");
        Kustomization.allow(own, Set.of("disableNameSuffixHash", "annotations", "labels"), "generator option ");
        Place place = entry.at("name").place();
        Tree.Mapping tree = Tree.Mapping.empty(place)
                .with("apiVersion", Tree.Scalar.of(place, "v1"))
                .with("kind", Tree.Scalar.of(place, kind))
                .withPath(
                        List.of("metadata", "name"),
                        Tree.Scalar.of(place, entry.at("name").text("")));
        String namespace = entry.at("namespace").text();
        if (namespace != null) {
            tree = tree.withPath(List.of("metadata", "namespace"), Tree.Scalar.of(place, namespace));
        }
        for (View options : List.of(common, own)) {
            for (String section : List.of("annotations", "labels")) {
                for (Map.Entry<String, String> pair : options.at(section).map().entrySet()) {
                    tree = tree.withPath(
                            List.of("metadata", section, pair.getKey()), Tree.Scalar.of(place, pair.getValue()));
                }
            }
        }
        for (View literal : entry.at("literals").list()) {
            String text = literal.text("");
            int equals = text.indexOf('=');
            if (equals <= 0) {
                throw ManifestException.at(literal.place(), "a literal is KEY=VALUE");
            }
            tree = tree.withPath(
                    List.of(field, text.substring(0, equals)),
                    Tree.Scalar.of(literal.place(), unquoted(text.substring(equals + 1))));
        }
        return new Resource(tree);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
