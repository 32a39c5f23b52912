package by.belparcel.console.chaos;

import static by.belparcel.console.chaos.Violation.Kind.DOUBLED;
import static by.belparcel.console.chaos.Violation.Kind.LOST;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** I1 for POST /orders: accepted = one order and one order.created; refused = none; unknown = none or one. */
final class PlacedCheck implements Check {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ORDERS = """
            select o.id, o.shop_order_ref,
                (select count(*) from eventing.outbox e
                 where e.aggregate_id = o.id::text and e.type = 'by.belparcel.order.created.v1'
                   and e.attributes ->> 'targetconsumer' is null) as created
            from orders.orders o where o.shop_order_ref like ?""";

    @Override
    public List<Violation> violations(Evidence evidence) {
        Map<String, List<Db.Row>> orders = evidence.db().rows(ORDERS, "chaos-" + evidence.run() + "-%").stream()
                .collect(Collectors.groupingBy(row -> row.text("shop_order_ref")));
        List<Violation> found = new ArrayList<>();
        for (Deed deed : evidence.deeds()) {
            if (deed.action() == Deed.Action.PLACE) {
                judge(deed, orders.getOrDefault(deed.target(), List.of()), found);
            }
        }
        return found;
    }

    private static void judge(Deed deed, List<Db.Row> orders, List<Violation> found) {
        int expected = deed.verdict() == Deed.Verdict.OK ? 1 : 0;
        int most = deed.verdict() == Deed.Verdict.REJECTED ? 0 : 1;
        String what = deed.verdict() + " command " + deed.key() + " has the orders " + rows(orders);
        if (orders.size() < expected) {
            found.add(new Violation(LOST, "I1", what));
        }
        if (orders.size() > most) {
            found.add(new Violation(DOUBLED, "I1", what));
        }
        for (Db.Row order : orders) {
            long created = order.number("created");
            if (created != 1) {
                found.add(new Violation(
                        created == 0 ? LOST : DOUBLED, "I1", "order.created was logged so often: " + order.values()));
            }
        }
        for (Answer answer : deed.answers()) {
            if (answer.ok()
                    && orders.stream().noneMatch(order -> order.text("id").equals(id(answer)))) {
                found.add(new Violation(
                        LOST,
                        "I1",
                        deed.key() + " was answered with order " + id(answer) + ", there is " + rows(orders)));
            }
        }
    }

    private static String rows(List<Db.Row> orders) {
        return orders.stream().map(row -> row.values().toString()).toList().toString();
    }

    private static String id(Answer answer) {
        return JSON.readTree(answer.body()).path("id").asString("");
    }
}
