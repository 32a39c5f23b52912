package by.belparcel.pricing.rules;

import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.kernel.Money;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns the JSON of a rule set into a {@link RuleSet}, or says everything that is wrong with it. */
public final class RuleSetReader {

    /** Largest canonical JSON in bytes: it must fit into an event beside its envelope. */
    public static final int MAX_BYTES = 48 * 1024;

    /** Form of a version, such as {@code 2026-07-01.1}. */
    public static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final Pattern TEXT_KEY = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final Pattern ZONE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,15}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final Pattern TIME = Pattern.compile("[0-9T:.+Z-]{10,40}");
    private static final Pattern CURRENCY = Pattern.compile(Money.BYN);
    private static final Set<String> RESERVED = Set.of("limit", "rounding");

    private final Problems problems = new Problems();
    private final ConditionReader conditions = new ConditionReader(problems);
    private final EffectReader effects = new EffectReader(problems);

    private RuleSetReader() {}

    /** Success with the rule set, or a refusal with all problems and the path of the first grave one. */
    public static Outcome<RuleSet> read(JsonNode content) {
        RuleSetReader reader = new RuleSetReader();
        RuleSet set = reader.ruleSet(new Part(content, "", reader.problems));
        if (Checksum.canonical(content).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            reader.problems.add("", "SIZE", "must not have more than " + MAX_BYTES + " bytes");
        }
        return reader.problems.none() ? Outcome.ok(set) : Outcome.refused(reader.problems.rejection());
    }

    private RuleSet ruleSet(Part part) {
        String version = part.required("version", part.text("version", VERSION), "");
        part.text("effective_from", TIME);
        part.text("currency", CURRENCY);
        int step = part.object("rounding").map(this::step).orElse(1);
        long[] limits = part.object("limits").map(this::limits).orElse(new long[] {0, Money.MAX});
        List<ZoneBand> zones = zones(part.objects("zones", 50));
        List<Rule> rules = rules(part.objects("rules", 500));
        if (rules.isEmpty()) {
            problems.add("/rules", "REQUIRED", "must have at least one rule");
        }
        List<TestCase> tests =
                part.objects("test_cases", 200).stream().map(this::testCase).toList();
        part.refuseOthers("field");
        return new RuleSet(version, step, limits[0], limits[1], zones, rules, tests);
    }

    private int step(Part part) {
        part.oneOf("mode", RoundingMode.class)
                .filter(mode -> mode != RoundingMode.HALF_UP)
                .ifPresent(mode -> problems.add(part.at("mode"), "ENUM", "must be HALF_UP"));
        long step = part.integer("step", 1, 10).orElse(1L);
        if (step != 1 && step != 5 && step != 10) {
            problems.range(part.at("step"), "1, 5 or 10", step);
        }
        part.refuseOthers("field");
        return (int) step;
    }

    private long[] limits(Part part) {
        long min = part.integer("min_total", 0, Money.MAX).orElse(0L);
        long max = part.integer("max_total", 0, Money.MAX).orElse(Money.MAX);
        part.refuseOthers("field");
        if (min > max) {
            problems.range(part.at("min_total"), "0.." + max, min);
        }
        return new long[] {min, max};
    }

    private List<ZoneBand> zones(List<Part> parts) {
        List<ZoneBand> bands = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String zone = part.required("zone", part.text("zone", ZONE), "");
            Optional<Integer> upTo = part.integer("up_to_km", 0, 50_000).map(Long::intValue);
            part.refuseOthers("field");
            boolean end = i == parts.size() - 1;
            if (end == upTo.isPresent() || upTo.isPresent() && upTo.get() <= last) {
                problems.add(part.pointer(), "RANGE", "zones must grow by up_to_km, only the last one has none");
            }
            last = upTo.orElse(last);
            bands.add(new ZoneBand(zone, upTo.orElse(null)));
        }
        return bands;
    }

    private List<Rule> rules(List<Part> parts) {
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Part part : parts) {
            String id = part.required("id", part.text("id", ID), "");
            if (RESERVED.contains(id)) {
                problems.add(part.at("id"), "RESERVED", "is reserved for lines of the rule set itself");
            } else if (!id.isEmpty() && !ids.add(id)) {
                problems.add(part.at("id"), Problems.DUPLICATE, "The id " + id + " is used twice");
            }
            Stage stage = part.required("stage", part.oneOf("stage", Stage.class), Stage.BASE);
            int order = part.integer("order", -10_000, 10_000).orElse(0L).intValue();
            Condition when = part.object("when").map(conditions::read).orElse(Condition.ALWAYS);
            Effect effect = effects.read(part, stage);
            String group = part.text("exclusive_group", ID).orElse(null);
            String key = part.text("text_key", TEXT_KEY).orElse("pricing.rule." + id);
            part.refuseOthers("field");
            rules.add(new Rule(id, stage, order, when, effect, group, key));
        }
        return rules;
    }

    private TestCase testCase(Part part) {
        String name = part.required("name", part.text("name", NAME), "");
        Part nothing = new Part(JsonNodeFactory.instance.objectNode(), part.at("facts"), problems);
        Facts facts = FactsReader.read(part.object("facts").orElse(nothing));
        Optional<Long> total = part.integer("total", 0, Money.MAX);
        Optional<String> error = part.text("error", Pattern.compile(Evaluator.NO_BASE_PRICE));
        if (total.isPresent() == error.isPresent()) {
            problems.add(part.pointer(), "REQUIRED", "must expect either a total or an error");
        }
        part.refuseOthers("field");
        return new TestCase(name, facts, total.orElse(null));
    }
}
