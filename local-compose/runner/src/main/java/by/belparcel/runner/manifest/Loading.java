package by.belparcel.runner.manifest;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the readers share while one set of manifests is read: the objects, the complaints, the references. */
final class Loading {

    private final List<Resource> resources;
    private final List<Finding> fatal = new ArrayList<>();
    private final List<Finding> lint = new ArrayList<>();

    Loading(List<Resource> resources) {
        this.resources = List.copyOf(resources);
    }

    List<Resource> resources() {
        return resources;
    }

    List<Resource> all(String group, String kind) {
        return resources.stream().filter(each -> each.is(group, kind)).toList();
    }

    Optional<Resource> find(String group, String kind, Key key) {
        return all(group, kind).stream().filter(each -> each.key().equals(key)).findFirst();
    }

    void fatal(Place place, String message) {
        fatal.add(new Finding("manifest", Severity.ERROR, place, message));
    }

    void fatal(Finding finding) {
        fatal.add(finding);
    }

    void lint(String id, Severity severity, Place place, String message) {
        lint.add(new Finding(id, severity, place, message));
    }

    List<Finding> fatal() {
        return fatal;
    }

    List<Finding> lint() {
        return lint;
    }

    /** The text at a required field. */
    String required(View around, String field) {
        String text = around.at(field).text();
        if (text == null || text.isEmpty()) {
            fatal(around.place(), field + " is missing");
            return "";
        }
        return text;
    }

    /** Resolves a Destination (ref, uri or both) of an object in {@code namespace} to its URL. */
    URI destination(View destination, String namespace) {
        View ref = destination.at("ref");
        String uri = destination.at("uri").text();
        try {
            if (!ref.present()) {
                return absolute(destination, uri);
            }
            URI base = address(ref, namespace);
            if (uri == null) {
                return base;
            }
            if (URI.create(uri).isAbsolute()) {
                fatal(destination.at("uri").place(), "ref together with an absolute uri is refused");
                return base;
            }
            return (base.getPath().isEmpty() ? base.resolve("/") : base).resolve(uri);
        } catch (IllegalArgumentException e) {
            fatal(destination.place(), "no URI: " + uri);
            return URI.create("http://invalid");
        }
    }

    private URI absolute(View destination, @Nullable String uri) {
        if (uri == null) {
            fatal(destination.place(), "ref or uri is missing");
            return URI.create("http://invalid");
        }
        URI parsed = URI.create(uri);
        if (parsed.getScheme() == null || parsed.getHost() == null) {
            fatal(destination.at("uri").place(), "uri needs scheme and host: " + uri);
        }
        return parsed;
    }

    private URI address(View ref, String namespace) {
        String kind = required(ref, "kind");
        String apiVersion = ref.at("apiVersion").text("");
        String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
        Key key = new Key(ref.at("namespace").text(namespace), required(ref, "name"));
        return switch (kind) {
            case "Service" -> {
                present(ref, "serving.knative.dev", kind, key);
                if (!group.isEmpty() && !group.equals("serving.knative.dev")) {
                    fatal(ref.place(), "no kind Service in " + apiVersion);
                }
                yield Addresses.service(key);
            }
            case "Broker" -> {
                present(ref, "eventing.knative.dev", kind, key);
                yield Addresses.broker(key);
            }
            case "KafkaSink" -> {
                present(ref, "eventing.knative.dev", kind, key);
                yield Addresses.kafkaSink(key);
            }
            default -> {
                fatal(ref.place(), "the runner cannot address a " + kind);
                yield URI.create("http://invalid");
            }
        };
    }

    private void present(View ref, String group, String kind, Key key) {
        if (find(group, kind, key).isEmpty()) {
            lint("missing-reference", Severity.ERROR, ref.place(), kind + " " + key + " is not in the manifests");
        }
    }
}
