package by.belparcel.runner.manifest;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads HTTPRoutes: matches, weighted backends, header changes, redirect, rewrite and timeout; other filters are refused. */
final class RouteReader {

    private final Loading loading;

    RouteReader(Loading loading) {
        this.loading = loading;
    }

    List<RouteManifest> routes() {
        return loading.all("gateway.networking.k8s.io", "HTTPRoute").stream()
                .map(each -> new RouteManifest(
                        each.key(),
                        each.spec().at("hostnames").texts(),
                        each.spec().at("rules").list().stream()
                                .map(rule -> rule(rule, each.key().namespace()))
                                .toList(),
                        each.place()))
                .toList();
    }

    private RouteManifest.Rule rule(View rule, String namespace) {
        for (String refused : List.of("retry", "sessionPersistence")) {
            if (rule.at(refused).present()) {
                loading.fatal(rule.at(refused).place(), refused + " is not supported by the runner");
            }
        }
        RouteManifest.Headers request = RouteManifest.Headers.unchanged();
        RouteManifest.Headers response = RouteManifest.Headers.unchanged();
        RouteManifest.@Nullable Redirect redirect = null;
        RouteManifest.@Nullable Rewrite rewrite = null;
        for (View filter : rule.at("filters").list()) {
            switch (filter.at("type").text("")) {
                case "RequestHeaderModifier" -> request = headers(filter.at("requestHeaderModifier"));
                case "ResponseHeaderModifier" -> response = headers(filter.at("responseHeaderModifier"));
                case "RequestRedirect" -> redirect = redirect(filter.at("requestRedirect"));
                case "URLRewrite" -> rewrite = rewrite(filter.at("urlRewrite"));
                default -> loading.fatal(filter.place(), "this filter is not supported by the runner");
            }
        }
        return new RouteManifest.Rule(
                rule.at("matches").list().stream().map(this::match).toList(),
                rule.at("backendRefs").list().stream()
                        .map(backend -> backend(backend, namespace))
                        .toList(),
                request,
                response,
                redirect,
                rewrite,
                timeout(rule.at("timeouts", "request")),
                rule.place());
    }

    private RouteManifest.Match match(View match) {
        View path = match.at("path");
        String text = path.at("value").text("/");
        if (!text.startsWith("/")) {
            loading.fatal(path.place(), "a path begins with /");
        }
        RouteManifest.PathType type = switch (path.at("type").text("PathPrefix")) {
            case "Exact" -> RouteManifest.PathType.EXACT;
            case "PathPrefix" -> RouteManifest.PathType.PREFIX;
            case "RegularExpression" -> RouteManifest.PathType.REGEX;
            default -> {
                loading.fatal(path.place(), "type is Exact, PathPrefix or RegularExpression");
                yield RouteManifest.PathType.EXACT;
            }
        };
        return new RouteManifest.Match(
                type,
                text,
                match.at("method").text(),
                values(match.at("headers"), true),
                values(match.at("queryParams"), false));
    }

    private static List<RouteManifest.Value> values(View list, boolean lower) {
        return list.list().stream()
                .map(each -> new RouteManifest.Value(
                        lower
                                ? each.at("name").text("").toLowerCase(Locale.ROOT)
                                : each.at("name").text(""),
                        each.at("value").text(""),
                        each.at("type").text("Exact").equals("RegularExpression")))
                .toList();
    }

    private RouteManifest.Backend backend(View backend, String namespace) {
        if (!backend.at("kind").text("Service").equals("Service")) {
            loading.fatal(backend.place(), "a backend is a Service");
        }
        if (backend.at("filters").present()) {
            loading.fatal(backend.at("filters").place(), "filters of a backend are not supported by the runner");
        }
        Key key = new Key(backend.at("namespace").text(namespace), loading.required(backend, "name"));
        if (loading.find("serving.knative.dev", "Service", key).isEmpty()) {
            loading.lint(
                    "missing-reference",
                    Severity.ERROR,
                    backend.place(),
                    "Service " + key + " is not in the manifests");
        }
        return new RouteManifest.Backend(key, backend.at("weight").whole(1));
    }

    private static RouteManifest.Headers headers(View change) {
        return new RouteManifest.Headers(
                pairs(change.at("set")),
                pairs(change.at("add")),
                change.at("remove").texts());
    }

    private static Map<String, String> pairs(View list) {
        Map<String, String> pairs = new LinkedHashMap<>();
        list.list()
                .forEach(each ->
                        pairs.put(each.at("name").text(""), each.at("value").text("")));
        return Collections.unmodifiableMap(pairs);
    }

    private static RouteManifest.Redirect redirect(View view) {
        return new RouteManifest.Redirect(
                view.at("scheme").text(),
                view.at("hostname").text(),
                view.at("port").whole(),
                view.at("path", "replaceFullPath").text(),
                view.at("path", "replacePrefixMatch").text(),
                view.at("statusCode").whole(302));
    }

    private static RouteManifest.Rewrite rewrite(View view) {
        return new RouteManifest.Rewrite(
                view.at("hostname").text(),
                view.at("path", "replaceFullPath").text(),
                view.at("path", "replacePrefixMatch").text());
    }

    private @Nullable Duration timeout(View view) {
        String text = view.text();
        try {
            return text == null ? null : GoDuration.parse(text);
        } catch (IllegalArgumentException e) {
            loading.fatal(view.place(), "no duration: " + text);
            return null;
        }
    }
}
