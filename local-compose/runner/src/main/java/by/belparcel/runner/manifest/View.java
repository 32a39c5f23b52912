package by.belparcel.runner.manifest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A look at a tree whose shape was checked before; anything absent reads as empty. {@code place} of an absent value is
 * that of the nearest value around it.
 */
record View(@Nullable Tree tree, Place place) {

    static View of(Tree tree) {
        return new View(tree, tree.place());
    }

    View at(String key) {
        return tree instanceof Tree.Mapping mapping && mapping.get(key) != null
                ? new View(mapping.get(key), mapping.placeOf(key))
                : new View(null, place);
    }

    View at(String first, String... rest) {
        View view = at(first);
        for (String key : rest) {
            view = view.at(key);
        }
        return view;
    }

    boolean present() {
        return tree != null && !(tree instanceof Tree.Scalar scalar && scalar.value() == null);
    }

    @Nullable
    String text() {
        return tree instanceof Tree.Scalar scalar && scalar.value() != null ? scalar.text() : null;
    }

    String text(String missing) {
        String text = text();
        return text == null ? missing : text;
    }

    @Nullable
    Integer whole() {
        return tree instanceof Tree.Scalar scalar && scalar.value() instanceof Long number
                ? Integer.valueOf(Math.toIntExact(number))
                : null;
    }

    int whole(int missing) {
        Integer whole = whole();
        return whole == null ? missing : whole;
    }

    boolean flag(boolean missing) {
        return tree instanceof Tree.Scalar scalar && scalar.value() instanceof Boolean flag ? flag : missing;
    }

    List<View> list() {
        return tree instanceof Tree.Sequence sequence
                ? sequence.items().stream().map(View::of).toList()
                : List.of();
    }

    List<String> texts() {
        return list().stream().map(item -> item.text("")).toList();
    }

    Map<String, String> map() {
        Map<String, String> values = new LinkedHashMap<>();
        if (tree instanceof Tree.Mapping mapping) {
            mapping.entries()
                    .forEach((key, value) -> values.put(key, View.of(value).text("")));
        }
        return Collections.unmodifiableMap(values);
    }

    List<String> keys() {
        return tree instanceof Tree.Mapping mapping
                ? List.copyOf(mapping.entries().keySet())
                : List.of();
    }
}
