package by.belparcel.orders.application;

import by.belparcel.eventing.handling.Principal;
import by.belparcel.kernel.PhoneNumber;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The facts of an order that the access policy decides on. A client has no account with orders: it is whoever holds a token
 * with the verified phone number of the recipient (claim {@code phone}).
 */
public final class AccessFacts {

    private final ContactVault vault;

    public AccessFacts(ContactVault vault) {
        this.vault = vault;
    }

    Map<String, String> of(OrderRecord order, Principal principal) {
        Map<String, String> facts = new HashMap<>();
        facts.put("shop_id", order.shopId());
        facts.put("pvz_id", order.pvzId());
        SealedContact contact = order.contact();
        boolean recipient = contact != null
                && phoneIndex(principal)
                        .filter(index -> Arrays.equals(index, contact.phoneIndex()))
                        .isPresent();
        if (recipient) {
            facts.put("client_id", principal.subject());
        }
        return facts;
    }

    /** Index of the phone that the caller's token vouches for. */
    Optional<byte[]> phoneIndex(Principal principal) {
        return Optional.ofNullable(principal.claim("phone"))
                .flatMap(PhoneNumber::parse)
                .map(vault::phoneIndex);
    }
}
