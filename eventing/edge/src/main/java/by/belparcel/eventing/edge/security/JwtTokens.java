package by.belparcel.eventing.edge.security;

import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.handling.Tokens;
import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * HS256 tokens on java-jwt with the checks that the library leaves to its caller (platform notes section 12): length, exact
 * header, key id, required and strictly typed claims, longest life. Every refusal looks the same from outside.
 */
public final class JwtTokens implements Tokens {

    static final String ISSUER = "belparcel";

    private static final String AUDIENCE = "belparcel-api";
    private static final int LONGEST_TOKEN = 8 * 1024;
    private static final long LEEWAY_SECONDS = 30;
    private static final Set<String> HEADERS = Set.of("alg", "typ", "kid");

    private final SigningKeys keys;
    private final Ids ids;
    private final Clock clock;
    private final Map<Kind, Duration> longestLife;
    private final Consumer<String> failures;
    private final Map<String, JWTVerifier> verifiers = new ConcurrentHashMap<>();

    /** @param failures told the reason of every refusal, for metric and log */
    public JwtTokens(SigningKeys keys, Settings settings, Ids ids, Clock clock, Consumer<String> failures) {
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
        this.failures = failures;
        this.longestLife = Map.of(
                Kind.ACCESS, settings.duration("belparcel.auth.longest-access-life", Duration.ofHours(12)),
                Kind.REFRESH, settings.duration("belparcel.auth.longest-refresh-life", Duration.ofDays(31)),
                Kind.WS_TICKET, settings.duration("belparcel.auth.longest-ticket-life", Duration.ofMinutes(1)));
    }

    @Override
    public Issued issue(Kind kind, Principal principal, Duration life) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(life);
        String id = ids.next();
        JWTCreator.Builder builder = JWT.create()
                .withHeader(Map.of("typ", typ(kind)))
                .withKeyId(keys.signingKid())
                .withIssuer(ISSUER)
                .withAudience(AUDIENCE)
                .withSubject(principal.subject())
                .withJWTId(id)
                .withIssuedAt(now)
                .withExpiresAt(expiresAt);
        List<String> roles = principal.roles().stream().sorted().toList();
        if (roles.size() == 1) {
            builder.withClaim("role", roles.getFirst());
        } else if (!roles.isEmpty()) {
            builder.withClaim("role", roles);
        }
        principal.claims().forEach((name, values) -> {
            if (values.size() == 1) {
                builder.withClaim(name, values.getFirst());
            } else {
                builder.withClaim(name, values);
            }
        });
        String token = builder.sign(Algorithm.HMAC256(keys.secret(keys.signingKid())));
        return new Issued(token, id, expiresAt);
    }

    @Override
    public Optional<Principal> verify(Kind kind, String token) {
        try {
            return Optional.of(check(kind, token));
        } catch (BadToken e) {
            failures.accept(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // The library's messages repeat parts of the token: only the class may be known.
            failures.accept(e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    private Principal check(Kind kind, String token) {
        int firstDot = token.indexOf('.');
        int secondDot = token.indexOf('.', firstDot + 1);
        if (token.length() > LONGEST_TOKEN || !hasThreeParts(token, firstDot, secondDot)) {
            throw new BadToken("form");
        }
        JsonNode header = ClaimsReader.object(decode(token.substring(0, firstDot)));
        String kid = kidOf(header, kind);
        DecodedJWT verified = verifier(kid).verify(token);
        Principal principal = ClaimsReader.read(decode(verified.getPayload()), longest(kind));
        return principal;
    }

    private String kidOf(JsonNode header, Kind kind) {
        for (String name : header.propertyNames()) {
            if (!HEADERS.contains(name)) {
                throw new BadToken("header");
            }
        }
        if (!isText(header, "alg", "HS256")) {
            throw new BadToken("alg");
        }
        if (!isText(header, "typ", typ(kind))) {
            throw new BadToken("typ");
        }
        JsonNode kid = header.get("kid");
        if (kid == null && keys.kids().size() == 1) {
            return keys.signingKid();
        }
        if (kid == null || !kid.isString() || !keys.kids().contains(kid.asString())) {
            throw new BadToken("kid");
        }
        return kid.asString();
    }

    private JWTVerifier verifier(String kid) {
        return verifiers.computeIfAbsent(kid, id -> {
            JWTVerifier.BaseVerification verification =
                    (JWTVerifier.BaseVerification) JWT.require(Algorithm.HMAC256(keys.secret(id)))
                            .withIssuer(ISSUER)
                            .withAnyOfAudience(AUDIENCE)
                            .withClaimPresence("exp")
                            .withClaimPresence("iat")
                            .withClaimPresence("sub")
                            .withClaimPresence("jti")
                            .acceptLeeway(LEEWAY_SECONDS);
            return verification.build(clock);
        });
    }

    private Duration longest(Kind kind) {
        return longestLife.getOrDefault(kind, Duration.ZERO);
    }

    private static boolean isText(JsonNode header, String name, String value) {
        JsonNode node = header.get(name);
        return node != null && node.isString() && node.asString().equals(value);
    }

    private static String typ(Kind kind) {
        return switch (kind) {
            case ACCESS -> "at+jwt";
            case REFRESH -> "rt+jwt";
            case WS_TICKET -> "wst+jwt";
        };
    }

    private static boolean hasThreeParts(String token, int firstDot, int secondDot) {
        if (firstDot <= 0 || secondDot <= firstDot + 1 || secondDot == token.length() - 1) {
            return false;
        }
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            boolean letter =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
            if (!letter && (c != '.' || (i != firstDot && i != secondDot))) {
                return false;
            }
        }
        return true;
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
