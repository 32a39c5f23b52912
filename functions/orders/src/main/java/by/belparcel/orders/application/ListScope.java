package by.belparcel.orders.application;

import by.belparcel.eventing.handling.PathId;
import by.belparcel.eventing.handling.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Narrows a list to the rows that the caller may see: the same rows as the access policy permits one by one. */
public final class ListScope {

    private static final Set<String> SEE_ALL = Set.of("operator", "moderator", "admin", "agent", "auditor");

    private final AccessFacts facts;

    public ListScope(AccessFacts facts) {
        this.facts = facts;
    }

    /** Empty when the caller can see none of what was asked for. */
    Optional<OrderFilter> narrow(OrderFilter filter, Principal principal) {
        if (principal.roles().stream().anyMatch(SEE_ALL::contains)) {
            return Optional.of(filter);
        }
        if (principal.is("shop")) {
            return own(principal, "shop_id", filter.shopIds()).map(filter::ofShops);
        }
        if (principal.is("pvz_worker")) {
            return own(principal, "pvz_id", filter.pvzIds()).map(filter::ofPvz);
        }
        return principal.is("client") ? facts.phoneIndex(principal).map(filter::ofRecipient) : Optional.empty();
    }

    /** What was asked for among the caller's own; everything of its own when nothing was asked for. */
    private static Optional<List<String>> own(Principal principal, String claim, List<String> asked) {
        List<String> all = principal.claims().getOrDefault(claim, List.of()).stream()
                .filter(PathId::isId)
                .toList();
        List<String> own =
                asked.isEmpty() ? all : asked.stream().filter(all::contains).toList();
        return Optional.of(own).filter(ids -> !ids.isEmpty());
    }
}
