package by.belparcel.eventing.edge;

import by.belparcel.eventing.handling.FunctionModule;
import by.belparcel.eventing.handling.FunctionSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which of all functions this process serves. */
record Selection(List<Chosen> chosen) {

    /** @param context name of the module that declares it */
    record Chosen(String context, FunctionSpec spec) {}

    /** @throws IllegalStateException when a name is unknown or declared twice */
    static Selection of(List<FunctionModule> modules, List<String> names) {
        Map<String, Chosen> all = new LinkedHashMap<>();
        for (FunctionModule module : modules) {
            for (FunctionSpec spec : module.functions()) {
                if (all.put(spec.name(), new Chosen(module.name(), spec)) != null) {
                    throw new IllegalStateException("Two functions are named " + spec.name());
                }
            }
        }
        if (names.isEmpty()) {
            return new Selection(List.copyOf(all.values()));
        }
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(all.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("FUNCTIONS names functions that do not exist: " + String.join(", ", unknown)
                    + ". There are: " + String.join(", ", new TreeSet<>(all.keySet())));
        }
        List<Chosen> chosen = new ArrayList<>();
        new HashSet<>(names).forEach(name -> chosen.add(java.util.Objects.requireNonNull(all.get(name))));
        return new Selection(List.copyOf(chosen));
    }

    boolean servesHttp() {
        return chosen.stream()
                .anyMatch(c -> c.spec() instanceof FunctionSpec.Command<?, ?>
                        || c.spec() instanceof FunctionSpec.Query<?>
                        || isLive(c.spec()));
    }

    /** Whether some connection stays open. */
    boolean isLive() {
        return chosen.stream().anyMatch(c -> isLive(c.spec()));
    }

    private static boolean isLive(FunctionSpec spec) {
        return spec instanceof FunctionSpec.Socket || spec instanceof FunctionSpec.EventStream;
    }
}
