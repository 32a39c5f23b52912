package by.belparcel.runner.manifest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML value that knows where it stands. Immutable: patches build new trees. */
sealed interface Tree {

    Place place();

    /** A mapping; {@code keys} tells where each key is written, which is where a complaint about it points. */
    record Mapping(Place place, Map<String, Tree> entries, Map<String, Place> keys) implements Tree {

        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
            keys = Map.copyOf(keys);
        }

        static Mapping empty(Place place) {
            return new Mapping(place, Map.of(), Map.of());
        }

        @Nullable
        Tree get(String key) {
            return entries.get(key);
        }

        Place placeOf(String key) {
            return keys.getOrDefault(key, place);
        }

        Mapping with(String key, Tree value) {
            return with(key, value, keys.getOrDefault(key, value.place()));
        }

        Mapping with(String key, Tree value, Place at) {
            Map<String, Tree> changed = new LinkedHashMap<>(entries);
            changed.put(key, value);
            Map<String, Place> places = new LinkedHashMap<>(keys);
            places.put(key, at);
            return new Mapping(place, changed, places);
        }

        Mapping without(String key) {
            Map<String, Tree> changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            Map<String, Place> places = new LinkedHashMap<>(keys);
            places.remove(key);
            return new Mapping(place, changed, places);
        }

        /** This mapping with {@code value} under the path of keys; missing mappings on the way are made. */
        Mapping withPath(List<String> path, Tree value) {
            String head = path.getFirst();
            if (path.size() == 1) {
                return with(head, value);
            }
            Mapping inner = get(head) instanceof Mapping found ? found : Mapping.empty(value.place());
            return with(head, inner.withPath(path.subList(1, path.size()), value));
        }
    }

    /** A sequence. */
    record Sequence(Place place, List<Tree> items) implements Tree {

        public Sequence {
            items = List.copyOf(items);
        }

        Sequence with(int index, Tree value) {
            List<Tree> changed = new ArrayList<>(items);
            changed.set(index, value);
            return new Sequence(place, changed);
        }
    }

    /** A scalar: null, Boolean, Long, Double or String, and the text as it was written. */
    record Scalar(Place place, @Nullable Object value, String text) implements Tree {

        static Scalar of(Place place, String text) {
            return new Scalar(place, text, text);
        }
    }

    /** Structure and values are equal, whatever the places. */
    default boolean sameAs(Tree other) {
        return plain(this).equals(plain(other));
    }

    private static Object plain(Tree tree) {
        return switch (tree) {
            case Mapping mapping -> {
                Map<String, Object> values = new LinkedHashMap<>();
                mapping.entries().forEach((key, value) -> values.put(key, plain(value)));
                yield values;
            }
            case Sequence sequence -> sequence.items().stream().map(Tree::plain).toList();
            case Scalar scalar -> scalar.value() == null ? "null" : scalar.value();
        };
    }
}
