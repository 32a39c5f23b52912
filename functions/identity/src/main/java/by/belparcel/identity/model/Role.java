package by.belparcel.identity.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Roles of people who sign in with a password, each with the scope claims it must or may have (domain README section 1).
 * Clients come with a phone-verified token and functions with a service token; they have no password.
 */
public enum Role {
    SHOP(Set.of("shop_id"), Set.of()),
    CARRIER(Set.of("carrier_id"), Set.of()),
    PVZ_WORKER(Set.of("pvz_id"), Set.of()),
    OPERATOR(Set.of(), Set.of("region")),
    MODERATOR(Set.of(), Set.of()),
    ADMIN(Set.of(), Set.of()),
    AGENT(Set.of(), Set.of("queues")),
    GUARD(Set.of("site_id"), Set.of()),
    GUARD_LEAD(Set.of("site_id"), Set.of()),
    ANALYST(Set.of(), Set.of()),
    AUDITOR(Set.of(), Set.of());

    /** Claims that hold one id; the others are lists. */
    private static final Set<String> SINGLE = Set.of("shop_id", "carrier_id", "pvz_id");

    private final Set<String> required;
    private final Set<String> optional;

    Role(Set<String> required, Set<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /** As it stands in tokens: {@code pvz_worker}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String claim) {
        return Arrays.stream(values())
                .filter(role -> role.claim().equals(claim))
                .findFirst();
    }

    public static List<String> claims() {
        return Arrays.stream(values()).map(Role::claim).toList();
    }

    /** Whether it works with a device of its own that stays signed in for long. */
    public boolean usesOwnDevice() {
        return this == CARRIER;
    }

    public Set<String> required() {
        return required;
    }

    public boolean knows(String claim) {
        return required.contains(claim) || optional.contains(claim);
    }

    public static boolean isSingle(String claim) {
        return SINGLE.contains(claim);
    }
}
