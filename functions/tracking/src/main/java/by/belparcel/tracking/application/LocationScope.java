package by.belparcel.tracking.application;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.tracking.stream.model.Audience;
import java.util.List;
import java.util.Set;

/** Narrows a list of positions to what the policy of {@code location.read} permits one by one. */
final class LocationScope {

    private static final Set<String> SEE_ALL = Set.of("operator", "moderator", "admin", "auditor");

    private LocationScope() {}

    static Audience of(Principal principal) {
        return new Audience(
                principal.roles().stream().anyMatch(SEE_ALL::contains),
                own(principal, "carrier", "carrier_id"),
                own(principal, "pvz_worker", "pvz_id"));
    }

    private static List<String> own(Principal principal, String role, String claim) {
        return principal.is(role) ? principal.claims().getOrDefault(claim, List.of()) : List.of();
    }
}
