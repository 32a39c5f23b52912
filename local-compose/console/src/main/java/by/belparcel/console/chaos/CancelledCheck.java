package by.belparcel.console.chaos;

import static by.belparcel.console.chaos.Violation.Kind.DOUBLED;
import static by.belparcel.console.chaos.Violation.Kind.LOST;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** I1 for POST /orders/{id}/cancel: an accepted cancellation left a cancelled order and one order.cancelled. */
final class CancelledCheck implements Check {

    private static final String ORDERS = """
            select o.id, o.state, o.cancel_reason,
                (select count(*) from eventing.outbox e
                 where e.aggregate_id = o.id::text and e.type = 'by.belparcel.order.cancelled.v1'
                   and e.attributes ->> 'targetconsumer' is null) as cancelled
            from orders.orders o where o.shop_order_ref like ?""";

    @Override
    public List<Violation> violations(Evidence evidence) {
        Map<String, Db.Row> orders = evidence.db().rows(ORDERS, "chaos-" + evidence.run() + "-%").stream()
                .collect(Collectors.toMap(row -> row.text("id"), Function.identity()));
        List<Violation> found = new ArrayList<>();
        for (Deed deed : evidence.deeds()) {
            Db.Row order = orders.get(deed.target());
            if (deed.action() == Deed.Action.CANCEL && deed.verdict() == Deed.Verdict.OK && !isCancelled(order)) {
                found.add(new Violation(
                        LOST,
                        "I1",
                        "accepted cancellation " + deed.key() + " left "
                                + (order == null ? "nothing" : order.values().toString())));
            }
        }
        for (Db.Row order : orders.values()) {
            long cancelled = order.number("cancelled");
            long expected = isCancelled(order) ? 1 : 0;
            if (cancelled != expected) {
                found.add(new Violation(
                        cancelled < expected ? LOST : DOUBLED,
                        "I1",
                        "order.cancelled was logged so often: " + order.values()));
            }
        }
        return found;
    }

    private static boolean isCancelled(Db.@org.jspecify.annotations.Nullable Row order) {
        return order != null && order.text("state").equals("CANCELLED");
    }
}
