package by.belparcel.runner.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text of a metrics endpoint, read line by line: the type of each family and its samples. */
final class Exposition {

    /** One line: name, labels as they stood between the braces, value. */
    record Sample(String name, String labels, double value) {}

    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, String> helps = new LinkedHashMap<>();
    private final List<Sample> samples = new ArrayList<>();

    private Exposition() {}

    static Exposition parse(String text) {
        Exposition exposition = new Exposition();
        text.lines().forEach(exposition::line);
        return exposition;
    }

    Map<String, String> types() {
        return types;
    }

    Map<String, String> helps() {
        return helps;
    }

    List<Sample> samples() {
        return samples;
    }

    private void line(String line) {
        if (line.startsWith("# TYPE ")) {
            comment(line.substring(7), types);
        } else if (line.startsWith("# HELP ")) {
            comment(line.substring(7), helps);
        } else if (!line.isBlank() && !line.startsWith("#")) {
            sample(line);
        }
    }

    private static void comment(String rest, Map<String, String> target) {
        int space = rest.indexOf(' ');
        if (space > 0) {
            target.put(rest.substring(0, space), rest.substring(space + 1).strip());
        }
    }

    private void sample(String line) {
        int open = line.indexOf('{');
        int close = open < 0 ? -1 : end(line, open);
        int nameEnd = open < 0 ? line.indexOf(' ') : open;
        if (nameEnd <= 0 || open >= 0 && close < 0) {
            return;
        }
        String labels = open < 0 ? "" : line.substring(open + 1, close);
        String rest = line.substring(open < 0 ? nameEnd : close + 1).strip();
        int timestamp = rest.indexOf(' ');
        try {
            double value = number(timestamp < 0 ? rest : rest.substring(0, timestamp));
            samples.add(new Sample(line.substring(0, nameEnd), labels.endsWith(",") ? cut(labels) : labels, value));
        } catch (NumberFormatException e) {
            // A line that is no sample: left out.
        }
    }

    private static String cut(String labels) {
        return labels.substring(0, labels.length() - 1);
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** The closing brace; braces inside quoted values do not count. */
    private static int end(String line, int open) {
        boolean quoted = false;
        for (int i = open + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                return i;
            }
        }
        return -1;
    }
}
