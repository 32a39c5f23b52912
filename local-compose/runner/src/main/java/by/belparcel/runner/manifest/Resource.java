package by.belparcel.runner.manifest;

import java.util.Map;

/** One object of the manifests. */
record Resource(Tree.Mapping tree) {

    String apiVersion() {
        return view().at("apiVersion").text("");
    }

    String kind() {
        return view().at("kind").text("");
    }

    /** The API group, empty for core. */
    String group() {
        int slash = apiVersion().indexOf('/');
        return slash < 0 ? "" : apiVersion().substring(0, slash);
    }

    Key key() {
        return new Key(view().at("metadata", "namespace").text("default"), name());
    }

    String name() {
        return view().at("metadata", "name").text("");
    }

    boolean is(String group, String kind) {
        return kind().equals(kind) && group().equals(group);
    }

    Map<String, String> annotations() {
        return view().at("metadata", "annotations").map();
    }

    Map<String, String> labels() {
        return view().at("metadata", "labels").map();
    }

    View view() {
        return View.of(tree);
    }

    View spec() {
        return view().at("spec");
    }

    Place place() {
        return view().at("metadata", "name").place();
    }
}
