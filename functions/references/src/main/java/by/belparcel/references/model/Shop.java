package by.belparcel.references.model;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who hands in orders.
 *
 * @param locale {@code ru}, {@code be} or {@code en}
 */
public record Shop(String id, String code, String name, String locale, boolean active, long version)
        implements Reference {

    @Override
    public String kind() {
        return "shop";
    }

    @Override
    public SortedMap<String, Object> state() {
        SortedMap<String, Object> state = new TreeMap<>();
        state.put("locale", locale);
        state.put("is_active", active);
        return state;
    }
}
