package by.belparcel.pricing.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads {@code when}: fields with operators, and {@code all}, {@code any}, {@code not}. */
final class ConditionReader {

    private static final int MAX_LIST = 200;

    private final Problems problems;

    ConditionReader(Problems problems) {
        this.problems = problems;
    }

    Condition read(Part part) {
        List<Condition> all = new ArrayList<>();
        for (String name : part.names()) {
            switch (name) {
                case "all" -> all.add(new Condition.All(readAll(part, name)));
                case "any" -> all.add(new Condition.Any(readAll(part, name)));
                case "not" -> part.object(name).ifPresent(inner -> all.add(new Condition.Not(read(inner))));
                default ->
                    FactField.find(name)
                            .ifPresentOrElse(
                                    field -> part.object(name).ifPresent(checks -> all.addAll(tests(field, checks))),
                                    () -> problems.unknown(part.at(name), "field"));
            }
        }
        return new Condition.All(all);
    }

    private List<Condition> readAll(Part part, String name) {
        List<Part> inner = part.objects(name, MAX_LIST);
        if (inner.isEmpty()) {
            problems.add(part.at(name), "SIZE", "must have at least one condition");
        }
        return inner.stream().map(this::read).toList();
    }

    private List<Condition> tests(FactField field, Part checks) {
        List<Condition> tests = new ArrayList<>();
        for (String operator : checks.names()) {
            check(field, checks, operator).ifPresent(check -> tests.add(new Condition.Test(field.name(), check)));
        }
        if (checks.names().isEmpty()) {
            problems.add(checks.pointer(), "REQUIRED", "must have an operator");
        }
        return tests;
    }

    private Optional<Check> check(FactField field, Part checks, String operator) {
        return switch (operator) {
            case "eq" -> value(field, checks, operator).map(v -> new Check.OneOf(Set.of(v)));
            case "ne" -> value(field, checks, operator).map(v -> new Check.NoneOf(Set.of(v)));
            case "in" -> list(field, checks, operator).map(v -> new Check.OneOf(new HashSet<>(v)));
            case "gt" -> number(field, checks, operator).map(n -> new Check.Within(n, true, null, false));
            case "gte" -> number(field, checks, operator).map(n -> new Check.Within(n, false, null, false));
            case "lt" -> number(field, checks, operator).map(n -> new Check.Within(null, false, n, true));
            case "lte" -> number(field, checks, operator).map(n -> new Check.Within(null, false, n, false));
            case "between" -> between(field, checks);
            case "exists" -> checks.flag(operator).map(Check.Exists::new);
            default -> {
                problems.unknown(checks.at(operator), "operator");
                yield Optional.empty();
            }
        };
    }

    private Optional<Check> between(FactField field, Part checks) {
        Optional<List<FactValue>> ends =
                ordered(field, checks, "between") ? list(field, checks, "between") : Optional.empty();
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        if (ends.get().size() != 2
                || !(ends.get().get(0) instanceof FactValue.Quantity(BigDecimal low))
                || !(ends.get().get(1) instanceof FactValue.Quantity(BigDecimal high))) {
            problems.add(checks.at("between"), "SIZE", "must have a start and an end");
            return Optional.empty();
        }
        int order = low.compareTo(high);
        if (order == 0 || order > 0 && field.kind() != FactField.Kind.TIME) {
            problems.add(checks.at("between"), "RANGE", "the end must be after the start");
            return Optional.empty();
        }
        return Optional.of(new Check.Within(low, false, high, true));
    }

    private Optional<BigDecimal> number(FactField field, Part checks, String operator) {
        return ordered(field, checks, operator)
                ? value(field, checks, operator)
                        .flatMap(v -> v instanceof FactValue.Quantity(BigDecimal n) ? Optional.of(n) : Optional.empty())
                : Optional.empty();
    }

    private boolean ordered(FactField field, Part checks, String operator) {
        if (!field.ordered()) {
            problems.add(checks.at(operator), "OPERATOR", "does not apply to " + field.name());
        }
        return field.ordered();
    }

    private Optional<List<FactValue>> list(FactField field, Part checks, String operator) {
        List<JsonNode> entries = checks.entries(operator, MAX_LIST);
        if (entries.isEmpty()) {
            problems.add(checks.at(operator), "SIZE", "must be a list of values");
            return Optional.empty();
        }
        List<FactValue> values = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            literal(field, entries.get(i), checks.at(operator) + "/" + i).ifPresent(values::add);
        }
        return values.size() == entries.size() ? Optional.of(values) : Optional.empty();
    }

    private Optional<FactValue> value(FactField field, Part checks, String operator) {
        Optional<JsonNode> node = checks.raw(operator);
        if (node.isEmpty()) {
            problems.add(checks.at(operator), "REQUIRED", "must have a value");
        }
        return node.flatMap(n -> literal(field, n, checks.at(operator)));
    }

    private Optional<FactValue> literal(FactField field, JsonNode node, String pointer) {
        Optional<FactValue> value = switch (field.kind()) {
            case NUMBER -> Part.decimal(node).map(FactValue.Quantity::new);
            case FLAG -> node.isBoolean() ? Optional.of(FactValue.of(node.asBoolean())) : Optional.empty();
            case TEXT -> text(field, node);
            case TIME, DATE -> moment(field, node);
        };
        if (value.isEmpty()) {
            problems.add(pointer, "VALUE", "is not a value of " + field.name());
        }
        return value;
    }

    private static Optional<FactValue> text(FactField field, JsonNode node) {
        return node.isString()
                        && node.asString().length() <= 100
                        && (field.allowed().isEmpty() || field.allowed().contains(node.asString()))
                ? Optional.of(FactValue.of(node.asString()))
                : Optional.empty();
    }

    private static Optional<FactValue> moment(FactField field, JsonNode node) {
        if (!node.isString()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    field.kind() == FactField.Kind.TIME
                            ? FactValue.of(LocalTime.parse(node.asString()))
                            : FactValue.of(LocalDate.parse(node.asString())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
