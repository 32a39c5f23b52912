package by.belparcel.operations.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which events must still come for an order, judged by those that came: the chain of domain orders-and-payments section 5. */
public final class SagaExpectations {

    private static final int SLA_SECONDS = 60;

    /** Event, the event that must follow, and the events that make it unnecessary. */
    private record Rule(String after, String expected, Set<String> unless) {}

    private static final List<Rule> RULES = List.of(
            new Rule("order.created", "payment.authorized", Set.of("payment.declined", "order.cancelled")),
            new Rule("payment.authorized", "pickup-ticket.issued", Set.of("pickup-ticket.rejected", "order.cancelled")),
            new Rule("pickup-ticket.issued", "order.confirmed", Set.of("order.cancelled")),
            new Rule("payment.declined", "order.cancelled", Set.of()),
            new Rule("pickup-ticket.rejected", "order.cancelled", Set.of()));

    private SagaExpectations() {}

    /** @param seen short names of the events so far with their number */
    public static List<Workflow.Expected> of(Map<String, Long> seen) {
        return RULES.stream()
                .filter(rule -> seen.containsKey(rule.after()) && !seen.containsKey(rule.expected()))
                .filter(rule -> rule.unless().stream().noneMatch(seen::containsKey))
                .map(rule -> new Workflow.Expected(rule.expected(), SLA_SECONDS))
                .toList();
    }
}
