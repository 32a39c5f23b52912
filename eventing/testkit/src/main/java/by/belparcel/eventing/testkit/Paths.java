package by.belparcel.eventing.testkit;

import java.util.Map;

/** Path templates with their variables filled in. */
final class Paths {

    private Paths() {}

    static String fill(String template, Map<String, String> variables) {
        String path = template;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        if (path.indexOf('{') >= 0) {
            throw new IllegalArgumentException("The path " + path + " misses a variable");
        }
        return path;
    }
}
