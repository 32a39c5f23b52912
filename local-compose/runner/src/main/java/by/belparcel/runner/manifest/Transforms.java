package by.belparcel.runner.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kustomize transformers: namespace, labels, annotations, images. */
final class Transforms {

    private Transforms() {}

    static Resource namespace(Resource resource, Tree.Scalar namespace) {
        List<String> path =
                resource.is("", "Namespace") ? List.of("metadata", "name") : List.of("metadata", "namespace");
        return new Resource(resource.tree().withPath(path, namespace));
    }

    static Resource annotate(Resource resource, View annotations) {
        return new Resource(merge(resource.tree(), annotations, List.of("metadata", "annotations")));
    }

    static Resource label(Resource resource, View entry) {
        Tree.Mapping labelled = merge(resource.tree(), entry.at("pairs"), List.of("metadata", "labels"));
        boolean template = entry.at("includeTemplates").flag(false) && resource.is("batch", "Job");
        return new Resource(
                template
                        ? merge(labelled, entry.at("pairs"), List.of("spec", "template", "metadata", "labels"))
                        : labelled);
    }

    private static Tree.Mapping merge(Tree.Mapping tree, View pairs, List<String> path) {
        Tree.Mapping result = tree;
        for (Map.Entry<String, String> pair : pairs.map().entrySet()) {
            List<String> full = new ArrayList<>(path);
            full.add(pair.getKey());
            result =
                    result.withPath(full, Tree.Scalar.of(pairs.at(pair.getKey()).place(), pair.getValue()));
        }
        return result;
    }

    /** Rewrites the image of every container, wherever the object keeps its containers. */
    static Tree image(Tree tree, View entry) {
        return switch (tree) {
            case Tree.Scalar scalar -> scalar;
            case Tree.Sequence sequence ->
                new Tree.Sequence(
                        sequence.place(),
                        sequence.items().stream()
                                .map(item -> image(item, entry))
                                .toList());
            case Tree.Mapping mapping -> {
                Tree.Mapping result = mapping;
                for (Map.Entry<String, Tree> field : mapping.entries().entrySet()) {
                    boolean containers = field.getKey().equals("containers")
                            || field.getKey().equals("initContainers");
                    Tree value = image(field.getValue(), entry);
                    result = result.with(
                            field.getKey(),
                            containers && value instanceof Tree.Sequence list ? renamed(list, entry) : value);
                }
                yield result;
            }
        };
    }

    private static Tree renamed(Tree.Sequence containers, View entry) {
        List<Tree> result = new ArrayList<>();
        for (Tree container : containers.items()) {
            String image = View.of(container).at("image").text();
            String changed = image == null ? null : renamed(image, entry);
            result.add(
                    changed != null && container instanceof Tree.Mapping mapping
                            ? mapping.with("image", Tree.Scalar.of(entry.place(), changed))
                            : container);
        }
        return new Tree.Sequence(containers.place(), result);
    }

    /** The image after the entry, or null when the entry names another one. */
    static @Nullable String renamed(String image, View entry) {
        int at = image.indexOf('@');
        String tagged = at < 0 ? image : image.substring(0, at);
        int colon = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
        String name = colon < 0 ? tagged : tagged.substring(0, colon);
        if (!name.equals(entry.at("name").text())) {
            return null;
        }
        String digest = entry.at("digest").text();
        String tag = entry.at("newTag").text();
        String newName = entry.at("newName").text(name);
        if (digest != null) {
            return newName + "@" + digest;
        }
        return tag != null ? newName + ":" + tag : newName + image.substring(name.length());
    }
}
