package by.belparcel.eventing.edge.security;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.handling.Principal;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The access policy of a context as data: action, role, condition. Everything that is not permitted is denied. The auditor
 * reads everything unless the policy says otherwise.
 */
public final class PolicyTable {

    /** The roles of domain README section 1. */
    public static final Set<String> ROLES = Set.of(
            "shop",
            "client",
            "carrier",
            "pvz_worker",
            "operator",
            "moderator",
            "admin",
            "agent",
            "guard",
            "guard_lead",
            "analyst",
            "auditor",
            "service");

    private static final Set<String> HIDDEN_FROM = Set.of("shop", "client", "carrier", "pvz_worker", "guard");
    private static final String AUDITOR = "auditor";

    private final Map<String, Map<String, Conditions>> actions;

    private PolicyTable(Map<String, Map<String, Conditions>> actions) {
        this.actions = actions;
    }

    /** @throws IllegalStateException when the resource is missing or names an unknown role or condition */
    public static PolicyTable load(String resource) {
        ClassLoader loader = PolicyTable.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no access policy " + resource);
            }
            return parse(resource, in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("The access policy " + resource + " cannot be read", e);
        }
    }

    static PolicyTable parse(String name, byte[] json) {
        Map<String, Map<String, Conditions>> actions = new HashMap<>();
        JsonNode root = Json.mapper().readTree(json);
        for (String action : root.propertyNames()) {
            Map<String, Conditions> roles = new HashMap<>();
            JsonNode entry = root.get(action);
            for (String role : entry.propertyNames()) {
                if (!ROLES.contains(role)) {
                    throw new IllegalStateException(name + ": unknown role " + role + " in " + action);
                }
                String condition = entry.get(role).asString();
                roles.put(
                        role,
                        Conditions.named(condition)
                                .orElseThrow(() -> new IllegalStateException(
                                        name + ": unknown condition " + condition + " in " + action)));
            }
            actions.put(action, Map.copyOf(roles));
        }
        return new PolicyTable(Map.copyOf(actions));
    }

    public Set<String> actions() {
        return actions.keySet();
    }

    /** Whether any role of the caller has the action for some row. */
    public Decision decideRole(Principal principal, String action, boolean reading) {
        Map<String, Conditions> roles = actions.get(action);
        if (roles == null) {
            return new Decision.Deny(Decision.Reason.NO_POLICY);
        }
        for (String role : principal.roles()) {
            Conditions condition = condition(roles, role, reading);
            if (condition != Conditions.NONE) {
                return new Decision.Permit();
            }
        }
        return new Decision.Deny(Decision.Reason.ROLE);
    }

    /** Whether the caller may do it to the row with these facts. */
    public Decision decide(Principal principal, String action, boolean reading, Map<String, String> facts) {
        Map<String, Conditions> roles = actions.get(action);
        if (roles == null) {
            return new Decision.Deny(Decision.Reason.NO_POLICY);
        }
        boolean hasAction = false;
        for (String role : principal.roles()) {
            Conditions condition = condition(roles, role, reading);
            if (condition.holds(principal, facts)) {
                return new Decision.Permit();
            }
            hasAction |= condition != Conditions.NONE;
        }
        return new Decision.Deny(hasAction ? Decision.Reason.SCOPE : Decision.Reason.ROLE);
    }

    /** Scoped roles must not learn that a row exists: 404; staff is told the truth: 403. */
    static boolean isHiddenFrom(Principal principal) {
        return principal.roles().isEmpty() || HIDDEN_FROM.containsAll(principal.roles());
    }

    private static Conditions condition(Map<String, Conditions> roles, String role, boolean reading) {
        Conditions condition = roles.get(role);
        if (condition != null) {
            return condition;
        }
        return reading && role.equals(AUDITOR) ? Conditions.ANY : Conditions.NONE;
    }
}
