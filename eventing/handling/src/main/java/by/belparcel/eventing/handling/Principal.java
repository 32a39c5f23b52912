package by.belparcel.eventing.handling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param subject the token's {@code sub}; {@code anonymous} on public routes without a token
 * @param roles flat set of roles (domain README section 1)
 * @param claims scope claims such as {@code shop_id}, each with one or more values
 * @param tokenId {@code jti}, absent for anonymous callers
 * @param expiresAt end of the token that was presented, absent when there was none: a live connection ends with it
 */
public record Principal(
        String subject,
        Set<String> roles,
        Map<String, List<String>> claims,
        @Nullable String tokenId,
        @Nullable Instant expiresAt) {

    public static final Principal ANONYMOUS = new Principal("anonymous", Set.of(), Map.of(), null);

    public Principal(String subject, Set<String> roles, Map<String, List<String>> claims, @Nullable String tokenId) {
        this(subject, roles, claims, tokenId, null);
    }

    public Principal {
        roles = Set.copyOf(roles);
        claims = Map.copyOf(claims);
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** The only or first value of a scope claim, null when the token has none. */
    public @Nullable String claim(String name) {
        List<String> values = claims.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }

    /** How it stands in events and logs: {@code role:subject}. */
    public String actor() {
        return roles.isEmpty() ? subject : roles.stream().sorted().findFirst().orElseThrow() + ":" + subject;
    }
}
