package by.belparcel.runner.manifest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTPRoute: rules of one gateway path table; no hostnames means every host. */
public record RouteManifest(Key key, List<String> hostnames, List<Rule> rules, Place place) {

    /** A request that meets one of {@code matches} goes to one of {@code backends} after the filters; no match means all. */
    public record Rule(
            List<Match> matches,
            List<Backend> backends,
            Headers requestHeaders,
            Headers responseHeaders,
            @Nullable Redirect redirect,
            @Nullable Rewrite rewrite,
            @Nullable Duration timeout,
            Place place) {}

    /** Conditions that must all hold. Header names are lower case. */
    public record Match(
            PathType pathType, String path, @Nullable String method, List<Value> headers, List<Value> query) {}

    /** How {@code path} is compared. */
    public enum PathType {
        EXACT,
        PREFIX,
        REGEX
    }

    /** A header or query parameter and its value, exact or as a regular expression. */
    public record Value(String name, String value, boolean regex) {}

    /** A target with its weight. */
    public record Backend(Key service, int weight) {}

    /** Header changes of one direction. */
    public record Headers(Map<String, String> set, Map<String, String> add, List<String> remove) {

        static Headers unchanged() {
            return new Headers(Map.of(), Map.of(), List.of());
        }
    }

    /** A redirect answer instead of a backend. */
    public record Redirect(
            @Nullable String scheme,
            @Nullable String hostname,
            @Nullable Integer port,
            @Nullable String fullPath,
            @Nullable String prefix,
            int status) {}

    /** A new host or path for the request; {@code prefix} replaces the matched prefix. */
    public record Rewrite(
            @Nullable String hostname,
            @Nullable String fullPath,
            @Nullable String prefix) {}
}
