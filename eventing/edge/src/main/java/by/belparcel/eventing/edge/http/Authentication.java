package by.belparcel.eventing.edge.http;

import by.belparcel.eventing.edge.call.Refused;
import by.belparcel.eventing.handling.HttpRoute;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Tokens;
import by.belparcel.eventing.outcome.Rejection;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who calls: the one bearer token of the Authorization header. A token anywhere else is not looked at. */
final class Authentication {

    private static final String SCHEME = "bearer ";
    private static final String CHALLENGE = "Bearer realm=\"belparcel\"";

    private final Supplier<Tokens> tokens;

    Authentication(Supplier<Tokens> tokens) {
        this.tokens = tokens;
    }

    /** @throws Refused 401; on public routes only for a token that is sent and not valid */
    Principal principal(HttpHeaders headers, HttpRoute route) {
        List<String> values = headers.getAll("authorization");
        if (values.isEmpty()) {
            if (route.action().equals(HttpRoute.PUBLIC)) {
                return Principal.ANONYMOUS;
            }
            throw refused(CHALLENGE, "This request needs an access token.");
        }
        String token = values.size() == 1 ? tokenOf(values.getFirst()) : null;
        if (token == null) {
            throw invalid();
        }
        return tokens.get().verify(Tokens.Kind.ACCESS, token).orElseThrow(Authentication::invalid);
    }

    /** One shape for every reason: what exactly is wrong stands in the log and the metric only. */
    static Refused invalid() {
        return refused(CHALLENGE + ", error=\"invalid_token\"", "The access token is not valid.");
    }

    private static Refused refused(String challenge, String detail) {
        Rejection rejection = Rejection.of(Rejection.Kind.UNAUTHENTICATED, "UNAUTHENTICATED", detail);
        return new Refused(rejection, Map.of("www-authenticate", challenge));
    }

    private static @Nullable String tokenOf(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String token = header.substring(SCHEME.length());
        return token.isEmpty() ? null : token;
    }
}
