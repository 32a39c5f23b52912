package by.belparcel.runner.admin;

import by.belparcel.runner.admin.Exposition.Sample;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The metrics of all instances as one endpoint: summed per service and series. What an instance counted stays in the sum after its end;
 * its gauges do not. An instance that is killed takes along what it counted since it was last read.
 */
final class MetricsStore {

    private record Series(String family, String name, String labels) {}

    private record Live(String service, Map<Series, Double> values) {}

    private final Map<String, String> types = new TreeMap<>();
    private final Map<String, String> helps = new HashMap<>();
    private final Map<String, Live> live = new LinkedHashMap<>();
    private final Map<Series, Double> retired = new LinkedHashMap<>();

    /** What an instance says now. */
    synchronized void update(String service, String instance, String text) {
        Exposition exposition = Exposition.parse(text);
        types.putAll(exposition.types());
        helps.putAll(exposition.helps());
        Map<Series, Double> values = new LinkedHashMap<>();
        for (Sample sample : exposition.samples()) {
            String family = family(sample.name(), exposition.types());
            String label = "service=\"" + service + "\"";
            String labels = sample.labels().isEmpty() ? label : label + "," + sample.labels();
            values.merge(new Series(family, sample.name(), labels), sample.value(), Double::sum);
        }
        live.put(instance, new Live(service, values));
    }

    /** Only these instances still run; the counters of the others go into the sum. */
    synchronized void retain(Set<String> instances) {
        live.entrySet().removeIf(entry -> {
            if (instances.contains(entry.getKey())) {
                return false;
            }
            entry.getValue().values().forEach((series, value) -> {
                if (cumulative(series)) {
                    retired.merge(series, value, Double::sum);
                }
            });
            return true;
        });
    }

    /** All of it in the Prometheus text format; {@code own} are the runner's lines. */
    synchronized String render(String own) {
        Map<String, Map<Series, Double>> families = new TreeMap<>();
        retired.forEach((series, value) -> add(families, series, value));
        live.values().forEach(each -> each.values().forEach((series, value) -> add(families, series, value)));
        StringBuilder text = new StringBuilder(own);
        families.forEach((family, values) -> {
            if (helps.containsKey(family)) {
                text.append("# HELP ")
                        .append(family)
                        .append(' ')
                        .append(helps.get(family))
                        .append('\n');
            }
            text.append("# TYPE ")
                    .append(family)
                    .append(' ')
                    .append(types.getOrDefault(family, "untyped"))
                    .append('\n');
            values.forEach((series, value) -> text.append(series.name())
                    .append('{')
                    .append(series.labels())
                    .append("} ")
                    .append(format(value))
                    .append('\n'));
        });
        return text.toString();
    }

    private static void add(Map<String, Map<Series, Double>> families, Series series, double value) {
        families.computeIfAbsent(series.family(), missing -> new LinkedHashMap<>())
                .merge(series, value, Double::sum);
    }

    private boolean cumulative(Series series) {
        String type = types.getOrDefault(series.family(), "untyped");
        boolean quantile = type.equals("summary") && series.name().equals(series.family());
        return !quantile && (type.equals("counter") || type.equals("histogram") || type.equals("summary"));
    }

    /** The samples of a histogram or summary carry suffixes; a counter's may. */
    private static String family(String name, Map<String, String> types) {
        if (types.containsKey(name)) {
            return name;
        }
        for (String suffix : new String[] {"_bucket", "_sum", "_count", "_total", "_created"}) {
            if (name.endsWith(suffix) && types.containsKey(name.substring(0, name.length() - suffix.length()))) {
                return name.substring(0, name.length() - suffix.length());
            }
        }
        return name;
    }

    private static String format(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
