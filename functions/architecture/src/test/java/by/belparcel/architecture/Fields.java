package by.belparcel.architecture;

import java.io.Serial;
import java.util.LinkedHashMap;

/** An object of a document, its fields in the order in which they are given. */
final class Fields extends LinkedHashMap<String, Object> {

    @Serial
    private static final long serialVersionUID = 1L;

    Fields with(String name, Object value) {
        put(name, value);
        return this;
    }
}
