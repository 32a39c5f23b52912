package by.belparcel.runner.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One entry of a kustomization's {@code patches}, applied to every object that its target names. */
record Patch(View target, Tree content, Place place) {

    private static final Set<String> TARGET_FIELDS = Set.of("group", "version", "kind", "name", "namespace");

    List<Resource> apply(List<Resource> resources) {
        for (String field : target.keys()) {
            if (!TARGET_FIELDS.contains(field)) {
                throw ManifestException.at(target.at(field).place(), "patch target " + field + " is not supported");
            }
        }
        List<Resource> result = new ArrayList<>();
        int hits = 0;
        for (Resource resource : resources) {
            if (!matches(resource)) {
                result.add(resource);
                continue;
            }
            hits++;
            Tree.Mapping patched = patched(resource);
            if (patched != null) {
                result.add(new Resource(patched));
            }
        }
        if (hits == 0) {
            throw ManifestException.at(place, "the patch meets no object");
        }
        return result;
    }

    private Tree.@Nullable Mapping patched(Resource resource) {
        return switch (content) {
            case Tree.Sequence operations -> JsonPatch.apply(resource.tree(), operations.items());
            case Tree.Mapping merge -> new MergePatch(builtIn(resource)).apply(resource.tree(), nameless(merge));
            case Tree.Scalar ignored -> throw ManifestException.at(place, "a patch is a mapping or a list");
        };
    }

    /** The name in a patch says whom it meets; it never renames. */
    private Tree.Mapping nameless(Tree.Mapping merge) {
        return merge.get("metadata") instanceof Tree.Mapping metadata
                ? merge.with("metadata", metadata.without("name").without("namespace"))
                : merge;
    }

    private boolean matches(Resource resource) {
        if (target.present()) {
            return matches("kind", resource.kind())
                    && matches("name", resource.name())
                    && matches("group", resource.group())
                    && matches(
                            "version",
                            resource.apiVersion()
                                    .substring(resource.apiVersion().indexOf('/') + 1))
                    && matches("namespace", resource.key().namespace());
        }
        View view = View.of(content);
        return view.at("kind").text("").equals(resource.kind())
                && view.at("metadata", "name").text("").equals(resource.name());
    }

    private boolean matches(String field, String value) {
        String wanted = target.at(field).text();
        return wanted == null || Pattern.matches(wanted, value);
    }

    private static boolean builtIn(Resource resource) {
        return resource.group().isEmpty() || !resource.group().contains(".");
    }
}
