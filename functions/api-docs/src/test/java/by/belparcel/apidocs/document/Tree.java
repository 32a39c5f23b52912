package by.belparcel.apidocs.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Nodes of a YAML or JSON document as plain maps and lists; text keys, order kept, nothing changed in place. */
final class Tree {

    private Tree() {}

    /** The mapping, with text keys; empty when the node is none. */
    static Map<String, Object> map(@Nullable Object node) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (node instanceof Map<?, ?> given) {
            given.forEach((key, value) -> map.put(String.valueOf(key), value));
        }
        return map;
    }

    /** Names and values in turn, in this order. */
    static Map<String, Object> of(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }

    static List<Object> list(@Nullable Object node) {
        return node instanceof List<?> given ? new ArrayList<>(given) : new ArrayList<>();
    }

    static String text(Map<String, Object> map, String name) {
        return String.valueOf(map.get(name));
    }

    /** The mapping with every value changed. */
    static Map<String, Object> each(@Nullable Object node, UnaryOperator<Object> change) {
        Map<String, Object> map = map(node);
        map.replaceAll((key, value) -> change.apply(value));
        return map;
    }

    static Map<String, Object> reference(String kind, String name) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("$ref", "#/components/" + kind + '/' + name);
        return reference;
    }

    /** Every mapping in the tree, the outer ones first. */
    static List<Map<String, Object>> maps(@Nullable Object node) {
        List<Map<String, Object>> found = new ArrayList<>();
        if (node instanceof Map<?, ?> map) {
            found.add(map(map));
            map.values().forEach(value -> found.addAll(maps(value)));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> found.addAll(maps(value)));
        }
        return found;
    }

    /** What a local reference names. */
    static Map<String, Object> resolve(Map<String, Object> document, String reference) {
        Object node = document;
        for (String step : reference.substring(2).split("/", -1)) {
            node = map(node).get(step);
        }
        if (!(node instanceof Map<?, ?>)) {
            throw new IllegalArgumentException("Nothing at " + reference);
        }
        return map(node);
    }

    /** The node itself, or what it refers to. */
    static Map<String, Object> followed(Map<String, Object> document, @Nullable Object node) {
        Map<String, Object> map = map(node);
        return map.get("$ref") instanceof String reference ? followed(document, resolve(document, reference)) : map;
    }
}
