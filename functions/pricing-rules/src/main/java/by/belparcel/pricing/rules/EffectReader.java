package by.belparcel.pricing.rules;

import by.belparcel.kernel.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code effect} and {@code cap}, and refuses effects that do not belong to the stage. */
final class EffectReader {

    private static final Effect NOTHING = new Effect.Add(0);
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> CLAMPS = Set.of("at_least", "at_most");
    private static final Set<String> KNOWN =
            Set.of("set", "add", "add_per", "add_table", "multiply", "percent", "at_least", "at_most");
    private static final Pattern FIELD = Pattern.compile("[a-z0-9_.]{1,60}");

    private final Problems problems;

    EffectReader(Problems problems) {
        this.problems = problems;
    }

    Effect read(Part rule, Stage stage) {
        Optional<BigDecimal> cap = rule.object("cap").flatMap(part -> {
            Optional<BigDecimal> max = factor(part, "max_multiplier");
            part.refuseOthers("field");
            return max;
        });
        Optional<Part> found = rule.object("effect");
        if (found.isEmpty()) {
            problems.add(rule.at("effect"), "REQUIRED", "is required");
            return NOTHING;
        }
        Part part = found.get();
        List<String> names = part.names();
        boolean clamp = names.contains("at_least") || names.contains("at_most");
        names.stream().filter(name -> !KNOWN.contains(name)).forEach(name -> problems.unknown(part.at(name), "effect"));
        if (names.size() != 1 && !(clamp && CLAMPS.containsAll(names))) {
            problems.add(part.pointer(), "SIZE", "must have one effect");
            return NOTHING;
        }
        Effect effect = clamp ? clamp(part) : one(part, names.getFirst(), stage, cap.orElse(null));
        if (effect != NOTHING && !belongs(effect, stage)) {
            problems.add(part.pointer(), "STAGE", "does not belong to stage " + stage);
        }
        return effect;
    }

    private Effect one(Part part, String name, Stage stage, @Nullable BigDecimal cap) {
        return switch (name) {
            case "set" ->
                part.integer(name, 0, Money.MAX).<Effect>map(Effect.Base::new).orElse(NOTHING);
            case "add" ->
                part.integer(name, -Money.MAX, Money.MAX)
                        .<Effect>map(Effect.Add::new)
                        .orElse(NOTHING);
            case "add_per" -> part.object(name).map(this::addPer).orElse(NOTHING);
            case "add_table" -> part.object(name).map(this::addTable).orElse(NOTHING);
            case "multiply" ->
                factor(part, name).<Effect>map(f -> new Effect.Multiply(f, cap)).orElse(NOTHING);
            case "percent" -> percent(part, stage);
            default -> NOTHING;
        };
    }

    private static boolean belongs(Effect effect, Stage stage) {
        return switch (stage) {
            case BASE -> effect instanceof Effect.Base;
            case SURCHARGE ->
                effect instanceof Effect.Add || effect instanceof Effect.AddPer || effect instanceof Effect.AddTable;
            case MULTIPLIER -> effect instanceof Effect.Multiply;
            case DISCOUNT -> effect instanceof Effect.Percent || effect instanceof Effect.Add(long a) && a <= 0;
            case FEE ->
                !(effect instanceof Effect.Base || effect instanceof Effect.Multiply || effect instanceof Effect.Clamp);
            case LIMIT -> effect instanceof Effect.Clamp;
        };
    }

    /** More than 0 and at most 5. */
    private Optional<BigDecimal> factor(Part part, String name) {
        return part.decimal(name).filter(factor -> {
            boolean good = factor.signum() > 0 && factor.compareTo(FIVE) <= 0;
            if (!good) {
                problems.range(part.at(name), "more than 0 to 5", factor.toPlainString());
            }
            return good;
        });
    }

    private Effect percent(Part part, Stage stage) {
        return part.decimal("percent")
                .<Effect>map(percent -> {
                    BigDecimal low = stage == Stage.DISCOUNT ? HUNDRED.negate() : BigDecimal.ZERO;
                    BigDecimal high = stage == Stage.DISCOUNT ? BigDecimal.ZERO : HUNDRED;
                    if (percent.compareTo(low) < 0 || percent.compareTo(high) > 0) {
                        problems.range(part.at("percent"), low + ".." + high, percent.toPlainString());
                    }
                    return new Effect.Percent(percent);
                })
                .orElse(NOTHING);
    }

    private Effect addPer(Part part) {
        String field = field(part, FactField.Kind.NUMBER);
        long over = part.integer("over", 0, Money.MAX).orElse(0L);
        long unit = part.required("unit", part.integer("unit", 1, Money.MAX), 1L);
        boolean ceil = part.flag("ceil").orElse(false);
        long amount = part.required("amount", part.integer("amount", -Money.MAX, Money.MAX), 0L);
        part.refuseOthers("field");
        return new Effect.AddPer(field, over, unit, ceil, amount);
    }

    private Effect addTable(Part part) {
        String field = field(part, FactField.Kind.TEXT);
        Map<String, Long> table = new LinkedHashMap<>();
        Optional<Part> rows = part.object("table");
        rows.ifPresent(entries -> {
            for (String key : entries.names()) {
                boolean allowed = FactField.find(field)
                        .map(f -> f.allowed().isEmpty() || f.allowed().contains(key))
                        .orElse(true);
                if (!allowed) {
                    problems.add(entries.at(key), "VALUE", "is not a value of " + field);
                }
                entries.integer(key, -Money.MAX, Money.MAX).ifPresent(amount -> table.put(key, amount));
            }
        });
        if (rows.isEmpty() || rows.get().names().isEmpty()) {
            problems.add(part.at("table"), "REQUIRED", "must have an amount per value");
        }
        part.refuseOthers("field");
        return new Effect.AddTable(field, table);
    }

    private String field(Part part, FactField.Kind kind) {
        String name = part.required("field", part.text("field", FIELD), "");
        Optional<FactField> field = FactField.find(name);
        if (!name.isEmpty() && field.isEmpty()) {
            problems.unknown(part.at("field"), "field " + name);
        } else if (field.isPresent() && field.get().kind() != kind) {
            problems.add(part.at("field"), "VALUE", "must be a field of kind " + kind);
        }
        return name;
    }

    private Effect clamp(Part part) {
        Optional<Long> least = part.integer("at_least", 0, Money.MAX);
        Optional<Long> most = part.integer("at_most", 0, Money.MAX);
        if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
            problems.add(part.pointer(), "RANGE", "at_least is more than at_most");
        }
        return new Effect.Clamp(least.orElse(null), most.orElse(null));
    }
}
