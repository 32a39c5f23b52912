package by.belparcel.runner.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch as kustomize applies it: mappings merge, null and {@code $patch: delete} delete, lists are replaced;
 * lists of named things merge by name only in built-in Kubernetes kinds, since kustomize has no schema for the others.
 */
final class MergePatch {

    private static final Set<String> MERGED_BY_NAME =
            Set.of("containers", "initContainers", "env", "volumes", "imagePullSecrets");

    private final boolean builtIn;

    MergePatch(boolean builtIn) {
        this.builtIn = builtIn;
    }

    /** The patched object, or null when the patch deletes it. */
    Tree.@Nullable Mapping apply(Tree.Mapping target, Tree.Mapping patch) {
        if (deletes(patch)) {
            return null;
        }
        if (replaces(patch)) {
            return patch.without("$patch");
        }
        Tree.Mapping result = target;
        for (Map.Entry<String, Tree> entry : patch.entries().entrySet()) {
            result = merge(result, entry.getKey(), entry.getValue(), patch.placeOf(entry.getKey()));
        }
        return result;
    }

    private Tree.Mapping merge(Tree.Mapping target, String key, Tree value, Place at) {
        Tree old = target.get(key);
        if (value instanceof Tree.Scalar scalar && scalar.value() == null) {
            return target.without(key);
        }
        if (value instanceof Tree.Mapping inner) {
            Tree.Mapping base = old instanceof Tree.Mapping found ? found : Tree.Mapping.empty(inner.place());
            Tree.Mapping merged = apply(base, inner);
            return merged == null ? target.without(key) : target.with(key, merged, at);
        }
        if (builtIn
                && MERGED_BY_NAME.contains(key)
                && value instanceof Tree.Sequence items
                && old instanceof Tree.Sequence olds) {
            return target.with(key, byName(olds, items), at);
        }
        return target.with(key, value, at);
    }

    private Tree.Sequence byName(Tree.Sequence olds, Tree.Sequence items) {
        List<Tree> merged = new ArrayList<>(olds.items());
        for (Tree item : items.items()) {
            int index = indexOf(merged, View.of(item).at("name").text(""));
            if (index < 0 || !(item instanceof Tree.Mapping patch)) {
                merged.add(item);
                continue;
            }
            Tree.Mapping result = apply((Tree.Mapping) merged.get(index), patch);
            if (result == null) {
                merged.remove(index);
            } else {
                merged.set(index, result);
            }
        }
        return new Tree.Sequence(items.place(), merged);
    }

    private static int indexOf(List<Tree> items, String name) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Tree.Mapping found
                    && View.of(found).at("name").text("").equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean deletes(Tree.Mapping patch) {
        return "delete".equals(View.of(patch).at("$patch").text());
    }

    private static boolean replaces(Tree.Mapping patch) {
        return "replace".equals(View.of(patch).at("$patch").text());
    }
}
