package by.belparcel.eventing.edge.security;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the claims of a token whose signature was verified: strictly typed, each once, nothing guessed. */
final class ClaimsReader {

    private static final Set<String> REGISTERED =
            Set.of("iss", "aud", "sub", "jti", "exp", "iat", "nbf", "role", "roles", "typ", "scope");
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_ID = 128;
    private static final int MOST_VALUES = 500;
    private static final long LATEST = 253_402_300_799L;

    private ClaimsReader() {}

    /** @throws BadToken naming the reason for the metric */
    static Principal read(byte[] payload, Duration longestLife) {
        JsonNode claims = object(payload);
        long exp = seconds(claims, "exp");
        long iat = seconds(claims, "iat");
        if (exp - iat > longestLife.toSeconds() || exp <= iat) {
            throw new BadToken("life");
        }
        if (claims.has("nbf")) {
            seconds(claims, "nbf");
        }
        requireAudienceShape(claims.get("aud"));
        if (!text(claims, "iss", LONGEST_ID).equals(JwtTokens.ISSUER)) {
            throw new BadToken("issuer");
        }
        return new Principal(
                text(claims, "sub", LONGEST_SUBJECT),
                roles(claims.get("role")),
                scopes(claims),
                text(claims, "jti", LONGEST_ID),
                Instant.ofEpochSecond(exp));
    }

    static JsonNode object(byte[] json) {
        JsonNode node;
        try {
            node = Json.mapper().readTree(json);
        } catch (RuntimeException e) {
            throw new BadToken("json");
        }
        if (node == null || !node.isObject()) {
            throw new BadToken("json");
        }
        return node;
    }

    private static void requireAudienceShape(@Nullable JsonNode audience) {
        boolean ok = audience != null
                && (audience.isString()
                        || audience.isArray() && audience.valueStream().allMatch(JsonNode::isString));
        if (!ok) {
            throw new BadToken("audience");
        }
    }

    private static long seconds(JsonNode claims, String name) {
        JsonNode node = claims.get(name);
        if (node == null || !node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new BadToken(name);
        }
        long value = node.asLong();
        if (value <= 0 || value > LATEST) {
            throw new BadToken(name);
        }
        return value;
    }

    private static String text(JsonNode claims, String name, int longest) {
        JsonNode node = claims.get(name);
        if (node == null || !node.isString()) {
            throw new BadToken(name);
        }
        String value = node.asString();
        if (value.isEmpty() || value.length() > longest || value.codePoints().anyMatch(Character::isISOControl)) {
            throw new BadToken(name);
        }
        return value;
    }

    private static Set<String> roles(@Nullable JsonNode role) {
        Set<String> roles = new LinkedHashSet<>(values(role, "role"));
        roles.remove("");
        return roles;
    }

    private static Map<String, List<String>> scopes(JsonNode claims) {
        Map<String, List<String>> scopes = new HashMap<>();
        for (String name : claims.propertyNames()) {
            JsonNode value = claims.get(name);
            boolean scope = !REGISTERED.contains(name) && (value.isString() || value.isArray());
            if (scope) {
                scopes.put(name, values(value, name));
            }
        }
        return scopes;
    }

    private static List<String> values(@Nullable JsonNode node, String name) {
        if (node == null) {
            return List.of();
        }
        if (node.isString()) {
            return List.of(visible(node, name));
        }
        if (!node.isArray() || node.size() > MOST_VALUES) {
            throw new BadToken(name);
        }
        List<String> values = new ArrayList<>(node.size());
        for (JsonNode entry : node) {
            if (!entry.isString()) {
                throw new BadToken(name);
            }
            values.add(visible(entry, name));
        }
        return List.copyOf(values);
    }

    /** No database takes a text with U+0000. */
    private static String visible(JsonNode node, String name) {
        String value = node.asString();
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new BadToken(name);
        }
        return value;
    }
}
