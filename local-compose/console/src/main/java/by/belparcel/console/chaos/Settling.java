package by.belparcel.console.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** After the last fault: waits until nothing moves any more and sends dead letters back, as an operator would. */
final class Settling {

    private static final int CALM_ROUNDS = 2;
    private static final int REDRIVES_PER_LETTER = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String DEAD = """
            select d.id, d.consumer, d.error_class, d.event_type from operations.dead_letters d
            where d.state in ('OPEN', 'PARKED') and not exists (
                select from eventing.inbox x
                where x.consumer = d.consumer and x.event_source = d.event_source and x.event_id = d.event_id)
            order by d.partition_key, d.sequence limit 200""";

    /** What is not at rest, in words. */
    private static final String OPEN = """
            select 'outbox rows' as what, pending as n from eventing.outbox_backlog(1000)
            union all select 'parked keys', count(*) from eventing.outbox_parked
            union all select 'orders', count(*) from orders.orders
                where state in ('CREATED', 'AUTHORIZED') and created_at >= ?::timestamptz
            union all select 'payments', count(*) from payments.payments
                where state in ('REQUESTED', 'UNKNOWN', 'VOIDING') and requested_at >= ?::timestamptz
            union all select 'refunds', count(*) from payments.refunds where state = 'PENDING' and requested_at >= ?::timestamptz
            union all select 'deliveries', count(*) from eventing.outbox o
                join operations.subscriptions s on s.event_type = o.type and o.attributes @> s.attributes
                where o.created_at >= ?::timestamptz and o.attributes ->> 'targetconsumer' is null and not exists (
                    select from eventing.inbox x
                    where x.consumer = s.consumer and x.event_source = o.source and x.event_id = o.event_id::text)""";

    /** With carriers at work every order is to arrive. */
    private static final String ON_THE_WAY = """
             union all select 'orders on their way', count(*) from orders.orders
                where state in ('CONFIRMED', 'BATCHED', 'IN_TRANSIT', 'AT_HUB', 'AT_PVZ', 'READY', 'OVERDUE') and created_at >= ?::timestamptz
            union all select 'orders that are to come back', count(*) from orders.orders o
                join pickup_points.parcel p on p.order_id = o.id
                where o.state = 'ISSUED' and p.state = 'RETURNED_BY_CLIENT' and o.created_at >= ?::timestamptz
            union all select 'trips', count(*) from trips.trip
                where state in ('PLANNED', 'ASSIGNED', 'IN_TRANSIT') and created_at >= ?::timestamptz""";

    private final Target target;
    private final boolean delivery;
    private final String since;
    private final Consumer<String> progress;
    private final Map<String, Integer> redriven = new HashMap<>();
    private long lastLineNanos;

    Settling(Target target, String since, boolean delivery, Consumer<String> progress) {
        this.delivery = delivery;
        this.target = target;
        this.since = since;
        this.progress = progress;
    }

    /** @return what is still open when the time is up; empty when the system came to rest */
    List<String> await(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        int calm = 0;
        List<String> open = List.of("nobody looked");
        while (calm < CALM_ROUNDS && System.nanoTime() < deadline) {
            open = open();
            calm = open.isEmpty() ? calm + 1 : 0;
            if (!open.isEmpty()) {
                redrive();
                tell(open);
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return open;
    }

    private void tell(List<String> open) {
        if (System.nanoTime() - lastLineNanos > TimeUnit.SECONDS.toNanos(5)) {
            lastLineNanos = System.nanoTime();
            progress.accept("waiting for " + String.join(", ", open));
        }
    }

    private List<String> open() throws InterruptedException {
        List<String> open = new ArrayList<>();
        try {
            for (Db.Row row : asked()) {
                if (row.number("n") > 0) {
                    open.add(row.text("n") + " " + row.text("what"));
                }
            }
            JsonNode status = target.read();
            lag(status.path("sources"), open);
            lag(status.path("triggers"), open);
        } catch (Db.DbUnavailable | IOException e) {
            open.add("an answer (" + e.getMessage() + ")");
        }
        return open;
    }

    private List<Db.Row> asked() {
        return delivery
                ? target.db().rows(OPEN + ON_THE_WAY, since, since, since, since, since, since, since)
                : target.db().rows(OPEN, since, since, since, since);
    }

    private static void lag(JsonNode parts, List<String> open) {
        for (JsonNode part : parts) {
            long behind = part.path("lag").asLong() + part.path("in_flight").asLong();
            if (behind > 0) {
                open.add(part.path("name").asString() + " by " + behind);
            }
        }
    }

    /** One redrive for each letter: a redrive of many begins with one and looks again only after a while. */
    private void redrive() throws InterruptedException {
        List<Db.Row> dead;
        try {
            dead = target.db().rows(DEAD);
        } catch (Db.DbUnavailable e) {
            return;
        }
        for (Db.Row letter : dead) {
            int times = redriven.merge(letter.text("id"), 1, Integer::sum);
            if (times <= REDRIVES_PER_LETTER) {
                progress.accept("redrive of " + letter.values());
                Answer answer = target.admin()
                        .untilKnown(
                                "POST",
                                "/dead-letters/redrives",
                                "chaos-redrive-" + letter.text("id") + "-" + times + "-" + System.nanoTime(),
                                "{\"ids\": [\"" + letter.text("id") + "\"]}",
                                PATIENCE);
                if (!answer.ok()) {
                    progress.accept("the redrive was answered " + answer.status() + " " + answer.body());
                }
            }
        }
    }
}
