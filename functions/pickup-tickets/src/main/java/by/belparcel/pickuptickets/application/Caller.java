package by.belparcel.pickuptickets.application;

import by.belparcel.eventing.handling.Access;
import by.belparcel.eventing.handling.Principal;
import by.belparcel.eventing.outcome.Rejection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may see the ticket of an order: a client whose token names the order (claim {@code order_id}), and staff. */
final class Caller {

    private Caller() {}

    static Optional<Rejection> denied(Access access, Principal principal, String orderId) {
        Map<String, String> facts = new HashMap<>();
        facts.put("order_id", orderId);
        if (principal.claims().getOrDefault("order_id", List.of()).contains(orderId)) {
            facts.put("client_id", principal.subject());
        }
        return access.denied(facts, "PICKUP_TICKET");
    }
}
