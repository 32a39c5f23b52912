package by.belparcel.orders.application;

import by.belparcel.eventing.handling.Principal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
            return own(principal.claim("shop_id"), filter.shopId()).map(filter::ofShop);
        }
        if (principal.is("pvz_worker")) {
            return own(principal.claim("pvz_id"), filter.pvzId()).map(filter::ofPvz);
        }
        return principal.is("client") ? facts.phoneIndex(principal).map(filter::ofRecipient) : Optional.empty();
    }

    private static Optional<String> own(@Nullable String claim, @Nullable String asked) {
        return Optional.ofNullable(claim).filter(own -> asked == null || asked.equals(own));
    }
}
