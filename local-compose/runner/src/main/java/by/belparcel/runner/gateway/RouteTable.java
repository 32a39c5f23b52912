package by.belparcel.runner.gateway;

import by.belparcel.runner.manifest.RouteManifest;
import by.belparcel.runner.manifest.RouteManifest.Match;
import by.belparcel.runner.manifest.RouteManifest.PathType;
import by.belparcel.runner.manifest.RouteManifest.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which rule takes a request. Precedence as in the Gateway API: the more precise host, then exact path, longest prefix, regular
 * expression, method, number of headers, number of query parameters, and at last the order of the manifests.
 */
final class RouteTable {

    /** A rule and the condition that led to it. */
    record Hit(Rule rule, Match match) {}

    /** What a request shows of itself; header and query lookups answer null for what is absent. */
    record Question(
            String host,
            String method,
            String path,
            UnaryOperator<@Nullable String> header,
            UnaryOperator<@Nullable String> query) {}

    private record Entry(
            @Nullable String host, Hit hit, @Nullable Pattern regex) {

        boolean takes(Question question) {
            Match match = hit.match();
            return hostMatches(question.host())
                    && (match.method() == null || match.method().equals(question.method()))
                    && pathMatches(question.path())
                    && match.headers().stream()
                            .allMatch(each -> holds(each, question.header().apply(each.name())))
                    && match.query().stream()
                            .allMatch(each -> holds(each, question.query().apply(each.name())));
        }

        private boolean hostMatches(String asked) {
            return host == null || host.equals(asked) || host.startsWith("*.") && asked.endsWith(host.substring(1));
        }

        private boolean pathMatches(String path) {
            String wanted = hit.match().path();
            return switch (hit.match().pathType()) {
                case EXACT -> path.equals(wanted);
                case PREFIX -> isPrefix(wanted, path);
                case REGEX -> regex != null && regex.matcher(path).matches();
            };
        }

        private static boolean holds(RouteManifest.Value wanted, @Nullable String actual) {
            if (actual == null) {
                return false;
            }
            return wanted.regex()
                    ? Pattern.matches(wanted.value(), actual)
                    : wanted.value().equals(actual);
        }
    }

    private final List<Entry> entries;

    private RouteTable(List<Entry> entries) {
        this.entries = entries;
    }

    static RouteTable of(List<RouteManifest> routes) {
        List<Entry> entries = new ArrayList<>();
        for (RouteManifest route : routes) {
            List<@Nullable String> hosts = new ArrayList<>(route.hostnames());
            if (hosts.isEmpty()) {
                hosts.add(null);
            }
            for (Rule rule : route.rules()) {
                List<Match> matches = rule.matches().isEmpty()
                        ? List.of(new Match(PathType.PREFIX, "/", null, List.of(), List.of()))
                        : rule.matches();
                for (Match match : matches) {
                    Pattern regex = match.pathType() == PathType.REGEX ? Pattern.compile(match.path()) : null;
                    for (String host : hosts) {
                        String lower = host == null ? null : host.toLowerCase(Locale.ROOT);
                        entries.add(new Entry(lower, new Hit(rule, match), regex));
                    }
                }
            }
        }
        entries.sort(precedence());
        return new RouteTable(List.copyOf(entries));
    }

    Optional<Hit> find(Question question) {
        return entries.stream().filter(each -> each.takes(question)).findFirst().map(Entry::hit);
    }

    /** Prefixes end at a slash: {@code /orders} takes {@code /orders/7}, not {@code /orders-old}. */
    static boolean isPrefix(String prefix, String path) {
        String bare = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        return path.startsWith(bare) && (path.length() == bare.length() || path.charAt(bare.length()) == '/');
    }

    private static Comparator<Entry> precedence() {
        return Comparator.<Entry>comparingInt(
                        each -> each.host() == null ? 2 : each.host().startsWith("*") ? 1 : 0)
                .thenComparing(each -> each.host() == null ? 0 : -each.host().length())
                .thenComparing(each -> each.hit().match().pathType())
                .thenComparing(each -> -each.hit().match().path().length())
                .thenComparing(each -> each.hit().match().method() == null)
                .thenComparing(each -> -each.hit().match().headers().size())
                .thenComparing(each -> -each.hit().match().query().size());
    }
}
