package by.belparcel.references.model;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;

/** What differs between two states of the same thing. */
public final class Changes {

    private Changes() {}

    /** Names of the public fields that differ, sorted. */
    public static List<String> between(Reference before, Reference after) {
        SortedMap<String, Object> old = before.state();
        SortedMap<String, Object> now = after.state();
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> Objects.equals(old.get(name), now.get(name)));
        return List.copyOf(names);
    }
}
