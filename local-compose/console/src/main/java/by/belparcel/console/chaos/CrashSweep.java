package by.belparcel.console.chaos;

import by.belparcel.console.AppFolder;
import by.belparcel.console.DemoOrders;
import by.belparcel.embedded.EmbeddedKafka;
import by.belparcel.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills a real process at every crash point of a command, of the handlers of an order's life and of the drain (quality R-10,
 * ), repeats what was going on and counts the effects.
 */
final class CrashSweep {

    private static final List<String> COMMAND_POINTS = List.of("C2", "C3", "C4", "C5", "C6", "C7");
    private static final List<String> EVENT_POINTS = List.of("E1", "E2", "E3", "E4", "E5", "E6");
    private static final List<String> DRAIN_POINTS = List.of("O1", "O2", "O3", "O4", "O5");

    /** A handler of the saga: the type that it takes and the type that it emits. */
    private record Link(String function, String takes, String emits) {}

    private static final List<Link> SAGA = List.of(
            new Link("authorizePaymentOnOrderCreated", "order.created", "payment.authorized"),
            new Link("authorizeOrderOnPaymentAuthorized", "payment.authorized", "order.authorized"),
            new Link("issuePickupTicketOnPaymentAuthorized", "payment.authorized", "pickup-ticket.issued"),
            new Link("confirmOrderOnPickupTicketIssued", "pickup-ticket.issued", "order.confirmed"),
            new Link("capturePaymentOnOrderConfirmed", "order.confirmed", "payment.captured"));

    private static final String HEALTHY =
            "placeOrder," + SAGA.stream().map(Link::function).collect(Collectors.joining(","));

    private static final String EVENTS_OF_ORDER = """
            select o.event_id, o.source, o.type, o.aggregate_id, o.aggregate_version, o.correlation_id, o.causation_id, o.actor,
                to_char(o.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as time, o.data::text as data,
                o.attributes::text as attributes
            from eventing.outbox o where o.correlation_id = (
                select correlation_id from orders.orders where id = ?::uuid) and o.type = ? order by o.seq""";

    private static final String INBOX =
            "select count(*) from eventing.inbox where consumer = ? and event_id = ? and status = 'PROCESSED'";

    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final SweepProcess healthy;
    private final Db db;
    private final Consumer<String> progress;
    private final List<String> problems = new ArrayList<>();
    private int number;

    private CrashSweep(
            EmbeddedPostgres postgres, EmbeddedKafka kafka, SweepProcess healthy, Consumer<String> progress) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.healthy = healthy;
        this.db = Db.at(postgres.dsn());
        this.progress = progress;
    }

    /** @return whether every point was reached and left exactly one effect */
    static boolean run(Consumer<String> progress) throws IOException, InterruptedException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary());
                EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Options.temporary())) {
            AppFolder.migrate(postgres.dsn());
            kafka.createTopics(
                    Map.of("events.order", 2, "events.payment", 2, "events.pickup_ticket", 2, "events.platform", 2));
            try (SweepProcess healthy = SweepProcess.start("", HEALTHY, postgres.dsn(), kafka.brokers())) {
                CrashSweep sweep = new CrashSweep(postgres, kafka, healthy, progress);
                sweep.commands();
                sweep.events();
                sweep.drain();
                progress.accept("crash points: " + sweep.number + " kills, " + sweep.problems.size() + " problems");
                return sweep.problems.isEmpty();
            }
        }
    }

    private void commands() throws IOException, InterruptedException {
        for (String point : COMMAND_POINTS) {
            String key = "sweep-" + point;
            String body = DemoOrders.order("sweep-" + point, 1);
            die(point, "placeOrder", process -> process.command("/orders", key, body));
            long before = orders(point);
            Answer again = healthy.command("/orders", key, body);
            Answer third = healthy.command("/orders", key, body);
            boolean committed = point.equals("C7");
            expect(point + " placeOrder", "order before the repetition", committed ? 1 : 0, before);
            expect(point + " placeOrder", "answered 201", 1, again.status() == 201 ? 1 : 0);
            expect(point + " placeOrder", "same answer", 1, third.body().equals(again.body()) ? 1 : 0);
            expect(point + " placeOrder", "orders", 1, orders(point));
            expect(
                    point + " placeOrder",
                    "order.created",
                    1,
                    eventsOf(id(again), "order.created").size());
        }
    }

    private long orders(String point) {
        return db.number("select count(*) from orders.orders where shop_order_ref = ?", "demo-sweep-" + point + "-1");
    }

    private void events() throws IOException, InterruptedException {
        for (String point : EVENT_POINTS) {
            Answer placed = healthy.command("/orders", "sweep-" + point, DemoOrders.order("sweep-" + point, number));
            String order = id(placed);
            for (Link link : SAGA) {
                String what = point + " " + link.function();
                List<Db.Row> events = eventsOf(order, link.takes());
                if (events.size() != 1) {
                    expect(what, link.takes(), 1, events.size());
                    break;
                }
                Db.Row event = events.getFirst();
                die(point, link.function(), process -> process.event(link.function(), event));
                long before = db.number(INBOX, link.function(), event.text("event_id"));
                expect(what, "inbox rows before the redelivery", point.equals("E6") ? 1 : 0, before);
                expect(
                        what,
                        "acknowledged",
                        1,
                        healthy.event(link.function(), event).ok() ? 1 : 0);
                expect(
                        what,
                        "acknowledged again",
                        1,
                        healthy.event(link.function(), event).ok() ? 1 : 0);
                expect(what, "inbox rows", 1, db.number(INBOX, link.function(), event.text("event_id")));
                expect(what, link.emits(), 1, eventsOf(order, link.emits()).size());
            }
            expect(
                    point,
                    "CONFIRMED orders",
                    1,
                    db.number("select count(*) from orders.orders where id = ?::uuid and state = 'CONFIRMED'", order));
            expect(
                    point,
                    "captured charges",
                    1,
                    db.number(
                            "select count(*) from provider_sim.charges c join payments.payments p on p.id::text = c.id where p.order_id = ?::uuid and c.captured = p.fee",
                            order));
        }
    }

    private void drain() throws IOException, InterruptedException {
        for (String point : DRAIN_POINTS) {
            healthy.command("/orders", "sweep-" + point, DemoOrders.order("sweep-" + point, number));
            die(point, "drainOutbox", process -> process.tick("drainOutbox"));
            try (SweepProcess next = SweepProcess.start("", "drainOutbox", postgres.dsn(), kafka.brokers())) {
                expect(
                        point + " drainOutbox",
                        "tick answered",
                        1,
                        next.tick("drainOutbox").ok() ? 1 : 0);
            }
            expect(
                    point + " drainOutbox",
                    "rows left",
                    0,
                    db.number("select pending from eventing.outbox_backlog(1000)"));
        }
        Evidence evidence = new Evidence(
                "1970-01-01T00:00:00Z", "", List.of(), db, TopicLog.read(kafka.brokers()), deed -> Answer.NONE);
        List<Violation> found = new ArrayList<>(new GhostCheck().violations(evidence));
        found.addAll(new TopicOrderCheck().violations(evidence));
        found.forEach(violation -> problem(violation.toString()));
    }

    /** What is sent to the process that is to die. */
    @FunctionalInterface
    private interface Trigger {
        Answer on(SweepProcess process) throws InterruptedException;
    }

    private void die(String point, String functions, Trigger trigger) throws IOException, InterruptedException {
        number++;
        try (SweepProcess victim = SweepProcess.start(point, functions, postgres.dsn(), kafka.brokers())) {
            Answer answer = trigger.on(victim);
            boolean halted = victim.halted();
            if (!halted || answer.ok()) {
                problem(point + " " + functions + ": halted " + halted + ", answered " + answer);
            }
        }
        progress.accept(point + " " + functions);
    }

    private List<Db.Row> eventsOf(String order, String type) {
        return db.rows(EVENTS_OF_ORDER, order, "by.belparcel." + type + ".v1");
    }

    private static String id(Answer placed) {
        return JsonMapper.builder().build().readTree(placed.body()).path("id").asString("");
    }

    private void expect(String where, String what, long expected, long actual) {
        if (expected != actual) {
            problem(where + ": " + what + " = " + actual + " instead of " + expected);
        }
    }

    private void problem(String text) {
        problems.add(text);
        progress.accept("PROBLEM " + text);
    }
}
