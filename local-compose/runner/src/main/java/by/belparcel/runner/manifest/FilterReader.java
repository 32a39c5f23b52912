package by.belparcel.runner.manifest;

import io.cloudevents.sql.ParseException;
import io.cloudevents.sql.Parser;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code spec.filters} (which overrides) or {@code spec.filter} of a Trigger. */
final class FilterReader {

    private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][a-z0-9]*");

    private final Loading loading;

    FilterReader(Loading loading) {
        this.loading = loading;
    }

    FilterSpec read(View spec) {
        List<View> filters = spec.at("filters").list();
        if (!filters.isEmpty()) {
            return new FilterSpec.All(filters.stream().map(this::dialect).toList());
        }
        View attributes = spec.at("filter", "attributes");
        checkNames(attributes);
        return attributes.keys().isEmpty() ? FilterSpec.everything() : new FilterSpec.Attributes(attributes.map());
    }

    private FilterSpec dialect(View entry) {
        if (entry.keys().size() != 1) {
            loading.fatal(entry.place(), "a filter has exactly one dialect");
            return FilterSpec.everything();
        }
        String name = entry.keys().getFirst();
        View value = entry.at(name);
        return switch (name) {
            case "exact" -> new FilterSpec.Exact(checkNames(value).map());
            case "prefix" -> new FilterSpec.Prefix(checkNames(value).map());
            case "suffix" -> new FilterSpec.Suffix(checkNames(value).map());
            case "all" ->
                new FilterSpec.All(value.list().stream().map(this::dialect).toList());
            case "any" ->
                new FilterSpec.Any(value.list().stream().map(this::dialect).toList());
            case "not" -> new FilterSpec.Not(dialect(value));
            case "cesql" -> new FilterSpec.CeSql(expression(value));
            default -> FilterSpec.everything(); // reported by the strict check already
        };
    }

    private String expression(View value) {
        String text = value.text("");
        try {
            Parser.parseDefault(text);
        } catch (ParseException e) {
            loading.fatal(value.place(), "no CloudEvents SQL: " + e.getMessage());
        }
        return text;
    }

    private View checkNames(View attributes) {
        for (String name : attributes.keys()) {
            if (!ATTRIBUTE.matcher(name).matches()) {
                loading.fatal(attributes.at(name).place(), name + " is no attribute name (a-z, then a-z0-9)");
            }
        }
        return attributes;
    }
}
