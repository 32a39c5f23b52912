package by.belparcel.identity.application;

import by.belparcel.eventing.handling.Input;
import by.belparcel.identity.model.PasswordPolicy;
import by.belparcel.identity.model.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a user from a request; role and claims must fit together. */
final class UserFields {

    static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final List<String> CLAIMS =
            List.of("shop_id", "carrier_id", "pvz_id", "region", "queues", "site_id");

    private UserFields() {}

    static Role role(Input body) {
        Optional<Role> role = body.optionalText("role", 1, 40).flatMap(Role::of);
        if (role.isEmpty()) {
            body.reject(
                    "role",
                    "ENUM",
                    "must be one of " + Role.claims(),
                    Role.claims().toString(),
                    null);
        }
        return role.orElse(Role.AUDITOR);
    }

    static @Nullable String password(Input body, String login) {
        Optional<String> password = body.optionalText("password", 0, 10_000);
        password.flatMap(text -> PasswordPolicy.refusal(login, text))
                .ifPresent(reason -> body.reject("password", "WEAK", reason, null, null));
        return password.orElse(null);
    }

    static Map<String, List<String>> claims(Input body, Role role) {
        return body.optionalObject("claims", claims -> read(claims, role)).orElseGet(() -> {
            role.required().forEach(name -> body.reject("claims", "REQUIRED", "the role needs " + name, null, null));
            return Map.of();
        });
    }

    private static Map<String, List<String>> read(Input claims, Role role) {
        Map<String, List<String>> read = new HashMap<>();
        for (String name : CLAIMS) {
            if (!claims.has(name)) {
                if (role.required().contains(name)) {
                    claims.reject(name, "REQUIRED", "the role needs it", null, null);
                }
                continue;
            }
            List<String> values = claims.texts(name, 1, 100, 64);
            if (!role.knows(name)) {
                claims.reject(name, "SCOPE", "the role has no such scope", null, null);
            } else if (Role.isSingle(name) && values.size() > 1) {
                claims.reject(name, "SIZE", "must have one value", 1, values.size());
            } else if (values.stream()
                    .anyMatch(value -> !form(name).matcher(value).matches())) {
                claims.reject(name, "FORMAT", "has a value of a wrong form", null, null);
            }
            read.put(name, values);
        }
        return read;
    }

    private static Pattern form(String claim) {
        return claim.endsWith("_id") ? UUID : WORD;
    }
}
