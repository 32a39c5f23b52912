package by.belparcel.eventing.outbox.bench;

import by.belparcel.embedded.EmbeddedKafka;
import by.belparcel.embedded.EmbeddedPostgres;
import by.belparcel.eventing.outbox.ChaosKnob;
import by.belparcel.eventing.outbox.DrainConnections;
import by.belparcel.eventing.outbox.OutboxDrain;
import by.belparcel.eventing.outbox.OutboxLimits;
import by.belparcel.eventing.outbox.OutboxMetrics;
import by.belparcel.eventing.outbox.OutboxProducer;
import by.belparcel.eventing.store.Database;
import by.belparcel.eventing.store.Dsn;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints one JSON line. Arguments: rows of the small backlog (200000), rows of the large one (2000000; 0 leaves it out), rounds (3).
 * Needs the system property {@code belparcel.root} (the checkout) for the embedded servers.
 */
public final class OutboxBenchmark {

    private static final System.Logger LOGGER = System.getLogger(OutboxBenchmark.class.getName());
    private static final int WARM_UP = 60_000;
    private static final int MOST_ATTEMPTS = 5;

    private final Log log;
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final Map<String, Number> figures = new LinkedHashMap<>();
    private int failures;

    private OutboxBenchmark(EmbeddedPostgres postgres, EmbeddedKafka kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.log = new Log(postgres.jdbcUrl());
    }

    public static void main(String[] arguments) throws SQLException {
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        int small = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        int large = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgres.Options.temporary());
                EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Options.temporary())) {
            kafka.createTopics(Map.of(Log.TOPIC, 4));
            OutboxBenchmark benchmark = new OutboxBenchmark(postgres, kafka);
            benchmark.run(small, large, rounds);
            out.println(benchmark.json());
        }
        System.exit(0);
    }

    private void run(int small, int large, int rounds) throws SQLException {
        log.create();
        try (RawDrain raw = new RawDrain(log, kafka.brokers());
                OutboxProducer producer = OutboxProducer.to(kafka.brokers())) {
            OutboxDrain drain = drain(producer);
            log.fill(1, WARM_UP);
            raw.drain(0);
            rate(drain, WARM_UP);
            log.rewind();
            rate(drain, WARM_UP);
            log.execute("truncate eventing.outbox");
            log.settle();
            log.fill(WARM_UP + 1, small);
            double[] rawRates = new double[rounds];
            double[] rates = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                rawRates[round] = rawRate(raw);
                rates[round] = rate(drain, small);
                log.rewind();
            }
            log.settle();
            double usual = median(rates);
            figures.put("rows", small);
            figures.put("raw_per_s", median(rawRates));
            figures.put("drain_per_s", usual);
            figures.put("ratio", usual / median(rawRates));
            figures.put("dead_tuples", log.deadTuples());
            oldTransaction(drain, small, usual);
            order(small);
            if (large > 0) {
                large(drain, large, usual);
            }
            figures.put("failures", failures);
        }
    }

    private void large(OutboxDrain drain, int rows, double usual) throws SQLException {
        log.execute("truncate eventing.outbox");
        log.fill(1, rows);
        double rate = rate(drain, rows);
        figures.put("large_rows", rows);
        figures.put("large_per_s", rate);
        figures.put("large_ratio", rate / usual);
    }

    /** A transaction that has a number and stays open must not make windows longer or slower. */
    private void oldTransaction(OutboxDrain drain, int rows, double usual) throws SQLException {
        try (Connection old = log.connect();
                Statement statement = old.createStatement()) {
            old.setAutoCommit(false);
            statement.execute("select pg_current_xact_id()");
            log.execute("truncate eventing.outbox");
            log.fill(1, rows);
            double rate = rate(drain, rows);
            figures.put("old_transaction_per_s", rate);
            figures.put("old_transaction_ratio", rate / usual);
        }
    }

    /** Four instances at once: how many keys were published out of order, how many records twice. */
    private void order(int rows) throws SQLException {
        kafka.createTopics(Map.of("bench.order", 4));
        log.execute("truncate eventing.outbox");
        log.fill(1, rows);
        log.execute("update eventing.outbox set topic = 'bench.order'");
        List<OutboxProducer> producers = IntStream.range(0, 4)
                .mapToObj(i -> OutboxProducer.to(kafka.brokers()))
                .toList();
        long start = System.nanoTime();
        long drained = producers.stream()
                .map(producer -> drain(producer).drain().toFuture())
                .collect(Collectors.collectingAndThen(Collectors.toList(), OutboxBenchmark::sum));
        figures.put("four_per_s", rows * 1e9 / (System.nanoTime() - start));
        figures.put("four_rows", drained);
        producers.forEach(OutboxProducer::close);
        OrderCheck check = OrderCheck.of(kafka.brokers(), "bench.order");
        figures.put("four_published", check.records());
        figures.put("four_disordered", check.disordered());
    }

    private static long sum(List<CompletableFuture<Long>> drained) {
        return drained.stream().mapToLong(CompletableFuture::join).sum();
    }

    private OutboxDrain drain(OutboxProducer producer) {
        OutboxLimits limits = OutboxLimits.defaults();
        Database database = DrainConnections.open(Dsn.parse(postgres.dsn()), limits.connections());
        ChaosKnob chaos = new ChaosKnob(database, "production", RandomGenerator.getDefault());
        return new OutboxDrain(database, producer, chaos, limits, OutboxMetrics.noop());
    }

    private double rawRate(RawDrain raw) throws SQLException {
        long start = System.nanoTime();
        long rows = raw.drain(0);
        return rows * 1e9 / (System.nanoTime() - start);
    }

    /** A failed piece costs its time and is counted, as in life; the backlog must be empty in the end. */
    private double rate(OutboxDrain drain, long expected) throws SQLException {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                drain.drain().block();
                break;
            } catch (RuntimeException e) {
                LOGGER.log(System.Logger.Level.WARNING, "A drain failed", e);
                failures++;
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
        double rate = expected * 1e9 / (System.nanoTime() - start);
        if (log.number("select pending from eventing.outbox_backlog(1000000)") != 0) {
            throw new IllegalStateException("Something of " + expected + " rows is still pending");
        }
        return rate;
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private String json() {
        return figures.entrySet().stream()
                .map(figure -> "\"" + figure.getKey() + "\":" + text(figure.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String text(Number value) {
        return value instanceof Double number
                ? String.format(Locale.ROOT, number < 100 ? "%.3f" : "%.0f", number)
                : value.toString();
    }
}
