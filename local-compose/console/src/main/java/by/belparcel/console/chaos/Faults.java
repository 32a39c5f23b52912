package by.belparcel.console.chaos;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Carries out faults. Every one of them ends by itself or by its {@link Heal}. */
final class Faults {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int VICTIM_TRIES = 40;

    private static final List<String> TABLES = List.of(
            "orders.orders", "payments.payments", "eventing.inbox", "eventing.outbox_cursor", "eventing.idempotency");

    private static final String CLIENTS = """
            from pg_stat_activity
            where backend_type = 'client backend' and datname = current_database() and pid <> pg_backend_pid()
              and application_name not like 'belparcel-chaos%'""";

    private final Target target;
    private final Redelivery redelivery;

    Faults(Target target, Redelivery redelivery) {
        this.target = target;
        this.redelivery = redelivery;
    }

    /** Takes a fault back; does nothing for those that the system itself has to mend. */
    @FunctionalInterface
    interface Heal {
        void heal() throws IOException, InterruptedException, SQLException;
    }

    /** @param what the victim, for the record */
    record Begun(String what, Heal heal) {}

    Begun begin(Plan.Fault fault) throws IOException, InterruptedException, SQLException {
        return switch (fault.kind()) {
            case KILL_FUNCTION -> signal("KILL", function(fault, ""));
            case KILL_ALL_FUNCTIONS -> killAll();
            case KILL_SOCKETS -> signal("KILL", function(fault, "tracking-stream"));
            case TERM_FUNCTION -> signal("TERM", function(fault, ""));
            case PAUSE_FUNCTION -> pause(fault, function(fault, "ticks"));
            case KILL_POSTGRES -> signal("KILL", server("postgres"));
            case KILL_KAFKA -> signal("KILL", server("kafka"));
            case PAUSE_KAFKA -> pause(fault, server("kafka"));
            case KILL_BACKEND -> killBackend(fault);
            case TERMINATE_BACKENDS -> terminateBackends();
            case REDELIVER -> new Begun(redelivery.start(fault), () -> redelivery.join(PATIENCE));
            case CHAOS_KNOB -> turnKnob(fault);
            // With a number of its own, so that snapshots taken meanwhile have a hole.
            case OLD_TRANSACTION -> openTransaction(fault, "select pg_current_xact_id()", "one transaction");
            case LOCKED_TABLE -> lock(fault);
        };
    }

    /** Turns the relay's knob off, whatever its position. */
    void knobOff() throws InterruptedException {
        knob("off-" + System.nanoTime(), 0, 0, 0);
    }

    private static Begun signal(String signal, Target.Victim victim) throws IOException, InterruptedException {
        Signals.send(signal, victim.pid());
        return new Begun(victim.service() + " " + victim.pid(), () -> {});
    }

    private static Begun pause(Plan.Fault fault, Target.Victim victim) throws IOException, InterruptedException {
        Signals.send("STOP", victim.pid());
        return new Begun(victim.service() + " " + victim.pid(), () -> {
            TimeUnit.MILLISECONDS.sleep(fault.holdMillis());
            Signals.send("CONT", victim.pid());
        });
    }

    private Begun killAll() throws IOException, InterruptedException {
        List<Target.Victim> victims = target.processes("function");
        for (Target.Victim victim : victims) {
            Signals.send("KILL", victim.pid());
        }
        return new Begun(victims.size() + " processes", () -> {});
    }

    /** A function process, if possible of that service; waits for one when all are scaled to zero. */
    private Target.Victim function(Plan.Fault fault, String preferred) throws IOException, InterruptedException {
        for (int tries = 0; tries < VICTIM_TRIES; tries++) {
            List<Target.Victim> all = target.processes("function");
            List<Target.Victim> liked =
                    all.stream().filter(v -> v.service().startsWith(preferred)).toList();
            List<Target.Victim> from = liked.isEmpty() && tries > 4 ? all : liked;
            if (!from.isEmpty()) {
                return from.get((int) (fault.choice() * from.size()));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IOException("no function process runs");
    }

    private Target.Victim server(String kind) throws IOException, InterruptedException {
        return target.processes(kind).stream()
                .findFirst()
                .orElseThrow(() -> new IOException("this system has no " + kind + " of its own"));
    }

    private Begun killBackend(Plan.Fault fault) throws IOException, InterruptedException {
        List<Db.Row> backends =
                target.db().rows("select pid " + CLIENTS + " order by state_change desc nulls last limit 10");
        if (backends.isEmpty()) {
            throw new IOException("nobody is connected");
        }
        server("postgres");
        long pid = backends.get((int) (fault.choice() * backends.size())).number("pid");
        Signals.send("KILL", pid);
        return new Begun("backend " + pid, () -> {});
    }

    private Begun terminateBackends() {
        long ended = target.db().number("select count(pg_terminate_backend(pid)) " + CLIENTS);
        return new Begun(ended + " backends", () -> {});
    }

    private Begun turnKnob(Plan.Fault fault) throws IOException, InterruptedException {
        int percent = 20 + (int) (fault.choice() * 40);
        knob("on-" + System.nanoTime(), percent, percent, (int) (fault.choice() * 200));
        return new Begun(percent + " % doubled, " + percent + " % dropped", () -> {
            TimeUnit.MILLISECONDS.sleep(fault.holdMillis());
            knobOff();
        });
    }

    private void knob(String key, int drop, int duplicate, int delayMillis) throws InterruptedException {
        String body =
                "{\"relay_drop_percent\": %d, \"duplicate_percent\": %d, \"delay_ms\": %d, \"expires_at\": \"%s\"}"
                        .formatted(drop, duplicate, delayMillis, Instant.now().plusSeconds(600));
        Answer answer = target.admin().untilKnown("PUT", "/dead-letters/chaos", "chaos-knob-" + key, body, PATIENCE);
        if (!answer.ok()) {
            throw new IllegalStateException("the chaos knob answered " + answer.status() + " " + answer.body());
        }
    }

    private Begun lock(Plan.Fault fault) throws SQLException {
        String table = TABLES.get((int) (fault.choice() * TABLES.size()));
        return openTransaction(
                fault, "set local lock_timeout = '5s'; lock table " + table + " in access exclusive mode", table);
    }

    private Begun openTransaction(Plan.Fault fault, String sql, String what) throws SQLException {
        Connection connection = target.db().open();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new Begun(what, () -> {
            TimeUnit.MILLISECONDS.sleep(fault.holdMillis());
            try (connection) {
                connection.rollback();
            }
        });
    }

    /** Lets every process of the system go on that was stopped. */
    void continueAll() throws IOException, InterruptedException {
        for (JsonNode process : target.read().path("processes")) {
            Signals.send("CONT", process.path("pid").asLong());
        }
    }
}
