package by.belparcel.eventing.edge.telemetry;

import by.belparcel.eventing.handling.Meter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/** Counters, gauges and histograms of one process, written as Prometheus text. Labels never hold an id. */
public final class Metrics implements Meter {

    /** Upper bounds in seconds. */
    private static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};

    private static final int MOST_SERIES = 5_000;

    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();
    private final Map<String, DoubleSupplier> gauges = new ConcurrentHashMap<>();
    private final Map<String, Histogram> histograms = new ConcurrentHashMap<>();

    @Override
    public void count(String name, String... labels) {
        add(name, 1, labels);
    }

    /** Adds an amount. @param labels name, value, name, value, .. */
    public void add(String name, long amount, String... labels) {
        if (counters.size() < MOST_SERIES) {
            counters.computeIfAbsent(key(name, labels), any -> new LongAdder()).add(amount);
        }
    }

    public void gauge(String name, DoubleSupplier value) {
        gauges.put(name, value);
    }

    @Override
    public void observe(String name, double seconds, String... labels) {
        if (histograms.size() < MOST_SERIES) {
            histograms
                    .computeIfAbsent(key(name, labels), any -> new Histogram())
                    .add(seconds);
        }
    }

    /** The present value of a counter, 0 when it was never counted. */
    public long value(String name, String... labels) {
        LongAdder counter = counters.get(key(name, labels));
        return counter == null ? 0 : counter.sum();
    }

    /** Exposition format 0.0.4. */
    public String text() {
        StringBuilder out = new StringBuilder(4096);
        families(counters).forEach((name, series) -> {
            out.append("# TYPE ").append(name).append(" counter\n");
            series.forEach((key, value) ->
                    out.append(key).append(' ').append(value.sum()).append('\n'));
        });
        new TreeMap<>(gauges)
                .forEach((name, value) -> out.append("# TYPE ")
                        .append(name)
                        .append(" gauge\n")
                        .append(name)
                        .append(' ')
                        .append(number(value.getAsDouble()))
                        .append('\n'));
        families(histograms).forEach((name, series) -> {
            out.append("# TYPE ").append(name).append(" histogram\n");
            series.forEach((key, value) -> value.write(key, out));
        });
        return out.toString();
    }

    /** Series by name of the metric, both sorted. */
    private static <T> Map<String, Map<String, T>> families(Map<String, T> series) {
        Map<String, Map<String, T>> families = new TreeMap<>();
        series.forEach((key, value) -> {
            int brace = key.indexOf('{');
            String name = brace < 0 ? key : key.substring(0, brace);
            families.computeIfAbsent(name, any -> new TreeMap<>()).put(key, value);
        });
        return families;
    }

    private static String key(String name, String... labels) {
        if (labels.length == 0) {
            return name;
        }
        StringBuilder key = new StringBuilder(name).append('{');
        for (int i = 0; i < labels.length; i += 2) {
            key.append(i == 0 ? "" : ",")
                    .append(labels[i])
                    .append("=\"")
                    .append(escape(labels[i + 1]))
                    .append('"');
        }
        return key.append('}').toString();
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6f", value);
    }

    private static final class Histogram {

        private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
        private final DoubleAdder sum = new DoubleAdder();

        Histogram() {
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = new LongAdder();
            }
        }

        void add(double seconds) {
            int i = 0;
            while (i < BOUNDS.length && seconds > BOUNDS[i]) {
                i++;
            }
            buckets[i].increment();
            sum.add(seconds);
        }

        void write(String key, StringBuilder out) {
            int brace = key.indexOf('{');
            String name = brace < 0 ? key : key.substring(0, brace);
            String labels = brace < 0 ? "" : key.substring(brace + 1, key.length() - 1);
            String comma = labels.isEmpty() ? "" : ",";
            long cumulative = 0;
            for (int i = 0; i < buckets.length; i++) {
                cumulative += buckets[i].sum();
                String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
                out.append(name)
                        .append("_bucket{")
                        .append(labels)
                        .append(comma)
                        .append("le=\"")
                        .append(bound)
                        .append("\"} ")
                        .append(cumulative)
                        .append('\n');
            }
            String braces = labels.isEmpty() ? "" : "{" + labels + "}";
            out.append(name)
                    .append("_sum")
                    .append(braces)
                    .append(' ')
                    .append(number(sum.sum()))
                    .append('\n');
            out.append(name)
                    .append("_count")
                    .append(braces)
                    .append(' ')
                    .append(cumulative)
                    .append('\n');
        }
    }
}
