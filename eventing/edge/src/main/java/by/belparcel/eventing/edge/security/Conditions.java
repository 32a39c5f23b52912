package by.belparcel.eventing.edge.security;

import by.belparcel.eventing.handling.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The conditions that a policy file may name: pure functions over the caller's claims and the facts of the row. */
enum Conditions {
    ANY("any", (principal, facts) -> true),
    NONE("none", (principal, facts) -> false),
    SERVICE("service", (principal, facts) -> principal.is("service")),
    OWN_SUBJECT("own_subject", (principal, facts) -> principal.subject().equals(facts.get("subject"))),
    OWN_CLIENT(
            "own_client",
            (principal, facts) ->
                    principal.subject().equals(facts.get("client_id")) || claimed(principal, facts, "client_id")),
    OWN_SHOP("own_shop", (principal, facts) -> claimed(principal, facts, "shop_id")),
    OWN_PVZ("own_pvz", (principal, facts) -> claimed(principal, facts, "pvz_id")),
    OWN_CARRIER("own_carrier", (principal, facts) -> claimed(principal, facts, "carrier_id")),
    OWN_SITE("own_site", (principal, facts) -> claimed(principal, facts, "site_id")),
    OWN_QUEUE("own_queue", (principal, facts) -> shared(principal.claims().get("queues"), facts.get("queue"))),
    /** A dispatcher without regions works in all of them. */
    OWN_REGION(
            "own_region",
            (principal, facts) -> !principal.claims().containsKey("region") || claimed(principal, facts, "region"));

    private final String text;
    private final BiPredicate<Principal, Map<String, String>> holds;

    Conditions(String text, BiPredicate<Principal, Map<String, String>> holds) {
        this.text = text;
        this.holds = holds;
    }

    static Optional<Conditions> named(String text) {
        return Arrays.stream(values())
                .filter(condition -> condition.text.equals(text))
                .findFirst();
    }

    boolean holds(Principal principal, Map<String, String> facts) {
        return holds.test(principal, facts);
    }

    private static boolean claimed(Principal principal, Map<String, String> facts, String name) {
        return shared(principal.claims().get(name), facts.get(name));
    }

    /** A row may name several owners, separated by commas; an empty one is nobody's. */
    private static boolean shared(
            @org.jspecify.annotations.Nullable List<String> claimed, @org.jspecify.annotations.Nullable String owners) {
        if (claimed == null || owners == null) {
            return false;
        }
        return Arrays.stream(owners.split(",", -1))
                .map(String::strip)
                .anyMatch(owner -> !owner.isEmpty() && claimed.contains(owner));
    }
}
