package by.belparcel.runner.gateway;

import by.belparcel.runner.gateway.RouteTable.Hit;
import by.belparcel.runner.manifest.RouteManifest.Backend;
import by.belparcel.runner.manifest.RouteManifest.PathType;
import by.belparcel.runner.manifest.RouteManifest.Redirect;
import by.belparcel.runner.manifest.RouteManifest.Rewrite;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Where a hit leads: the backend, the rewritten path, or the address of a redirect. */
final class Target {

    private Target() {}

    /** One backend by weight; {@code random} answers a number below its argument. */
    static Optional<Backend> backend(List<Backend> backends, IntUnaryOperator random) {
        int total = backends.stream().mapToInt(Backend::weight).sum();
        if (total <= 0) {
            return Optional.empty();
        }
        int chosen = random.applyAsInt(total);
        for (Backend each : backends) {
            chosen -= each.weight();
            if (chosen < 0) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Path and query for the backend. */
    static String uri(Hit hit, String path, String query) {
        Rewrite rewrite = hit.rule().rewrite();
        String target = path;
        if (rewrite != null && rewrite.fullPath() != null) {
            target = rewrite.fullPath();
        } else if (rewrite != null && rewrite.prefix() != null) {
            target = replacePrefix(hit, path, rewrite.prefix());
        }
        return query.isEmpty() ? target : target + "?" + query;
    }

    /** The Location of a redirect. */
    static String location(Hit hit, Redirect redirect, String scheme, String authority, String path, String query) {
        String to = redirect.scheme() == null ? scheme : redirect.scheme();
        int colon = authority.lastIndexOf(':');
        String host = redirect.hostname() != null
                ? redirect.hostname()
                : colon < 0 || authority.endsWith("]") ? authority : authority.substring(0, colon);
        String port = redirect.port() != null
                ? ":" + redirect.port()
                : redirect.scheme() != null || redirect.hostname() != null || colon < 0
                        ? ""
                        : authority.substring(colon);
        String target = path;
        if (redirect.fullPath() != null) {
            target = redirect.fullPath();
        } else if (redirect.prefix() != null) {
            target = replacePrefix(hit, path, redirect.prefix());
        }
        return to + "://" + host + port + target + (query.isEmpty() ? "" : "?" + query);
    }

    private static String replacePrefix(Hit hit, String path, String replacement) {
        if (hit.match().pathType() != PathType.PREFIX) {
            return path;
        }
        String prefix = hit.match().path();
        String bare = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        String rest = path.substring(Math.min(bare.length(), path.length()));
        String start = replacement.endsWith("/") ? replacement.substring(0, replacement.length() - 1) : replacement;
        String target = start + rest;
        return target.startsWith("/") ? target : "/" + target;
    }
}
