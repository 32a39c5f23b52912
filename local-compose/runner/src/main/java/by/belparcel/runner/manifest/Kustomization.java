package by.belparcel.runner.manifest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of kustomize that the runner understands; anything else in a kustomization.yaml is an error. Generated
 * ConfigMaps and Secrets keep their plain name: the hash only matters for rolling updates.
 */
final class Kustomization {

    private static final List<String> FILE_NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final Set<String> FIELDS = Set.of(
            "apiVersion",
            "kind",
            "metadata",
            "resources",
            "namespace",
            "configMapGenerator",
            "secretGenerator",
            "generatorOptions",
            "patches",
            "images",
            "labels",
            "commonAnnotations");

    private final Path root;
    private final Set<Path> open = new HashSet<>();

    Kustomization(Path root) {
        this.root = root;
    }

    /** All objects of a kustomize folder, a plain folder or one file. */
    List<Resource> load(Path path) {
        if (Files.isRegularFile(path)) {
            return documents(path);
        }
        if (!Files.isDirectory(path)) {
            throw ManifestException.at(new Place(path.toString(), 1), "no such file or folder");
        }
        for (String name : FILE_NAMES) {
            if (Files.exists(path.resolve(name))) {
                return folder(path, path.resolve(name));
            }
        }
        List<Resource> resources = new ArrayList<>();
        ManifestFiles.yamlIn(path).forEach(file -> resources.addAll(documents(file)));
        return resources;
    }

    private List<Resource> folder(Path folder, Path file) {
        Path real = folder.toAbsolutePath().normalize();
        if (!open.add(real)) {
            throw ManifestException.at(new Place(name(file), 1), "the kustomization includes itself");
        }
        List<Tree> documents = YamlReader.read(file, name(file));
        if (documents.size() != 1) {
            throw ManifestException.at(new Place(name(file), 1), "one document expected");
        }
        View view = View.of(documents.getFirst());
        allow(view, FIELDS, "kustomization field ");
        if (!view.at("kind").text("Kustomization").equals("Kustomization")) {
            throw ManifestException.at(view.at("kind").place(), "only kind Kustomization is supported");
        }
        List<Resource> resources = new ArrayList<>();
        for (View entry : view.at("resources").list()) {
            resources.addAll(resource(folder, entry));
        }
        resources.addAll(Generators.generate(view));
        resources = new ArrayList<>(transform(folder, view, resources));
        Duplicates.refuse(resources);
        open.remove(real);
        return resources;
    }

    private List<Resource> resource(Path folder, View entry) {
        String text = entry.text("");
        if (text.contains("://") || text.startsWith("git@") || text.startsWith("github.com/")) {
            throw ManifestException.at(entry.place(), "remote resources are not supported: " + text);
        }
        Path path = folder.resolve(text).normalize();
        if (!Files.exists(path)) {
            throw ManifestException.at(entry.place(), "no such file or folder: " + text);
        }
        return load(path);
    }

    private List<Resource> transform(Path folder, View view, List<Resource> loaded) {
        List<Resource> resources = loaded;
        // kustomize's own order: patches see the objects before namespace, labels, annotations and images
        for (View patch : view.at("patches").list()) {
            for (Patch one : patches(folder, patch)) {
                resources = one.apply(resources);
            }
        }
        if (view.at("namespace").tree() instanceof Tree.Scalar namespace) {
            resources = resources.stream()
                    .map(resource -> Transforms.namespace(resource, namespace))
                    .toList();
        }
        for (View labels : view.at("labels").list()) {
            allow(labels, Set.of("pairs", "includeSelectors", "includeTemplates"), "labels field ");
            if (labels.at("includeSelectors").flag(false)) {
                throw ManifestException.at(labels.place(), "includeSelectors is not supported");
            }
            resources = resources.stream()
                    .map(resource -> Transforms.label(resource, labels))
                    .toList();
        }
        View annotations = view.at("commonAnnotations");
        resources = resources.stream()
                .map(resource -> Transforms.annotate(resource, annotations))
                .toList();
        for (View image : view.at("images").list()) {
            allow(image, Set.of("name", "newName", "newTag", "digest"), "images field ");
            resources = resources.stream()
                    .map(resource -> new Resource((Tree.Mapping) Transforms.image(resource.tree(), image)))
                    .toList();
        }
        return resources;
    }

    private List<Patch> patches(Path folder, View entry) {
        allow(entry, Set.of("path", "patch", "target"), "patches field ");
        View inline = entry.at("patch");
        String path = entry.at("path").text();
        if (inline.present() == (path != null)) {
            throw ManifestException.at(entry.place(), "a patch needs either path or patch");
        }
        List<Tree> documents = path == null
                ? YamlReader.parse(
                        inline.text(""), inline.place().file(), inline.place().line())
                : YamlReader.read(folder.resolve(path), name(folder.resolve(path)));
        return documents.stream()
                .map(document -> new Patch(entry.at("target"), document, document.place()))
                .toList();
    }

    private List<Resource> documents(Path file) {
        List<Resource> resources = new ArrayList<>();
        for (Tree tree : YamlReader.read(file, name(file))) {
            if (!(tree instanceof Tree.Mapping mapping)) {
                throw ManifestException.at(tree.place(), "an object is a mapping");
            }
            Resource resource = new Resource(mapping);
            if (resource.kind().equals("List")) {
                throw ManifestException.at(tree.place(), "kind List is not supported: separate the objects by ---");
            }
            resources.add(resource);
        }
        return resources;
    }

    static void allow(View view, Set<String> fields, String what) {
        for (String key : view.keys()) {
            if (!fields.contains(key)) {
                throw ManifestException.at(view.at(key).place(), what + key + " is not supported by the runner");
            }
        }
    }

    private String name(Path file) {
        return ManifestFiles.relative(root, file);
    }
}
