package by.belparcel.tracking.stream.application;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.tracking.stream.model.Audience;
import java.util.List;
import java.util.Set;

/** Who a caller is for the stream; the roles are those of the policy {@code tracking.stream}. */
final class Audiences {

    private static final Set<String> STAFF = Set.of("operator", "moderator", "admin", "auditor");

    private Audiences() {}

    static Audience of(Principal principal) {
        boolean all = principal.roles().stream().anyMatch(STAFF::contains);
        return new Audience(all, claim(principal, "carrier", "carrier_id"), claim(principal, "pvz_worker", "pvz_id"));
    }

    private static List<String> claim(Principal principal, String role, String claim) {
        return principal.is(role) ? principal.claims().getOrDefault(claim, List.of()) : List.of();
    }
}
