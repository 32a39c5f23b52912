package by.belparcel.runner.manifest;

import java.util.List;
import java.util.Map;

/** A Trigger's filter as it was written; {@link All} of an empty list lets everything pass. */
public sealed interface FilterSpec {

    /** {@code spec.filter.attributes}: equal text, where the empty text is no constraint. */
    record Attributes(Map<String, String> values) implements FilterSpec {}

    /** Dialect {@code exact}. */
    record Exact(Map<String, String> values) implements FilterSpec {}

    /** Dialect {@code prefix}. */
    record Prefix(Map<String, String> values) implements FilterSpec {}

    /** Dialect {@code suffix}. */
    record Suffix(Map<String, String> values) implements FilterSpec {}

    /** Dialect {@code all}, also the list {@code spec.filters} itself. */
    record All(List<FilterSpec> filters) implements FilterSpec {}

    /** Dialect {@code any}. */
    record Any(List<FilterSpec> filters) implements FilterSpec {}

    /** Dialect {@code not}. */
    record Not(FilterSpec filter) implements FilterSpec {}

    /** Dialect {@code cesql}: a CloudEvents SQL expression. */
    record CeSql(String expression) implements FilterSpec {}

    static FilterSpec everything() {
        return new All(List.of());
    }
}
