package by.belparcel.runner.manifest;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Plain scalars as the Kubernetes tools read them (YAML 1.1: yes/on are booleans, 0644 is octal). */
final class YamlScalars {

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUES =
            Set.of("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y");
    private static final Set<String> FALSES =
            Set.of("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9]{0,17})");
    private static final Pattern OCTAL = Pattern.compile("0o?[0-7]{1,18}");
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{1,15}");
    private static final Pattern FLOAT = Pattern.compile("[-+]?([0-9]+\\.[0-9]*|\\.[0-9]+|[0-9]+)([eE][-+]?[0-9]+)?");

    private YamlScalars() {}

    static @Nullable Object value(String text) {
        if (NULLS.contains(text)) {
            return null;
        }
        if (TRUES.contains(text)) {
            return Boolean.TRUE;
        }
        if (FALSES.contains(text)) {
            return Boolean.FALSE;
        }
        if (DECIMAL.matcher(text).matches()) {
            return Long.valueOf(text.startsWith("+") ? text.substring(1) : text);
        }
        if (OCTAL.matcher(text).matches()) {
            return Long.valueOf(text.replace("o", ""), 8);
        }
        if (HEX.matcher(text).matches()) {
            return Long.valueOf(text.substring(2), 16);
        }
        return FLOAT.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
    }
}
