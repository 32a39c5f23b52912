package by.belparcel.eventing.outbox;

import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Dsn;
import by.belparcel.eventing.store.PooledDatabase;
import io.r2dbc.pool.ConnectionPool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import reactor.core.scheduler.Schedulers;

/** A fresh database with the outbox and a fresh topic, and the ways to write to, drain and read them. */
final class OutboxBed implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    final String topic;
    private final String database;
    private final List<ConnectionPool> pools = new ArrayList<>();
    private final List<OutboxProducer> producers = new ArrayList<>();

    OutboxBed() {
        int number = NUMBER.incrementAndGet();
        database = "outbox_" + number;
        topic = "events.test" + number;
        try {
            Servers.execute(
                    Servers.POSTGRES.jdbcUrl(), "create database " + database + " template " + Servers.TEMPLATE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Servers.KAFKA.createTopics(Map.of(topic, 3));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(Servers.POSTGRES.jdbcUrl(database));
    }

    Database database(int connections) {
        ConnectionPool pool = DrainConnections.pool(Dsn.parse(Servers.POSTGRES.dsn(database)), connections);
        pools.add(pool);
        return new PooledDatabase(pool);
    }

    String dsn() {
        return Servers.POSTGRES.dsn(database);
    }

    OutboxProducer producer() {
        return producer(Servers.KAFKA.brokers());
    }

    OutboxProducer producer(String brokers) {
        OutboxProducer producer = OutboxProducer.to(brokers);
        producers.add(producer);
        return producer;
    }

    OutboxDrain drain() {
        return drain(OutboxLimits.defaults(), point -> {});
    }

    OutboxDrain drain(OutboxLimits limits, CrashPoints points) {
        return drain(limits, points, producer());
    }

    OutboxDrain drain(OutboxLimits limits, CrashPoints points, OutboxProducer producer) {
        Database own = database(limits.connections());
        return new OutboxDrain(
                own,
                new ChaosKnob(own, "test", RandomGenerator.getDefault()),
                new PublishingTools(producer, new RefusedTopics(), limits, OutboxMetrics.noop(), points),
                Schedulers.boundedElastic());
    }

    /** Limits with retries after a few milliseconds. */
    static OutboxLimits impatient() {
        return OutboxLimits.defaults().withBackoff(Duration.ofMillis(20));
    }

    String append(Connection connection, String key, long version) throws SQLException {
        return append(connection, key, version, topic, "{\"text\":\"" + "x".repeat(40) + "\"}");
    }

    /** As the appender would, but on a JDBC connection; the caller holds the lock of the aggregate. */
    String append(Connection connection, String key, long version, String to, String data) throws SQLException {
        String id = UUID.randomUUID().toString();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into eventing.outbox (shard, event_id, type, topic, aggregate_id, aggregate_version,
                                             correlation_id, causation_id, actor, data)
                values (?, ?::uuid, 'by.belparcel.order.created.v1', ?, ?, ?, 'c', 'c', 'system', ?::jsonb)""")) {
            insert.setInt(1, Shards.of(key));
            insert.setString(2, id);
            insert.setString(3, to);
            insert.setString(4, key);
            insert.setLong(5, version);
            insert.setString(6, data);
            insert.executeUpdate();
        }
        return id;
    }

    /** One committed event per given version. */
    void appendCommitted(String key, long... versions) throws SQLException {
        try (Connection connection = connect()) {
            for (long version : versions) {
                append(connection, key, version);
            }
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    String text(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            StringBuilder lines = new StringBuilder();
            while (result.next()) {
                lines.append(lines.isEmpty() ? "" : "\n").append(result.getString(1));
            }
            return lines.toString();
        }
    }

    List<Published> published() {
        return Published.read(Servers.KAFKA.brokers(), topic);
    }

    /** Compares the log with the topic. */
    LogCheck check() throws SQLException {
        return LogCheck.of(this);
    }

    @Override
    public void close() {
        producers.forEach(OutboxProducer::close);
        pools.forEach(pool -> pool.disposeLater().block(Duration.ofSeconds(10)));
    }
}
