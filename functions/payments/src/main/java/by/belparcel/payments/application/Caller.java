package by.belparcel.payments.application;

import by.belparcel.eventing.handling.Access;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.outcome.Rejection;
import by.belparcel.payments.model.PaymentTerms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may see a payment: the shop of the order, a client whose token names the order (claim {@code order_id}), and staff. */
final class Caller {

    private Caller() {}

    static Optional<Rejection> denied(Access access, Principal principal, PaymentTerms terms) {
        Map<String, String> facts = new HashMap<>();
        facts.put("shop_id", terms.shopId());
        if (principal.claims().getOrDefault("order_id", List.of()).contains(terms.orderId())) {
            facts.put("client_id", principal.subject());
        }
        return access.denied(facts, "PAYMENT");
    }
}
