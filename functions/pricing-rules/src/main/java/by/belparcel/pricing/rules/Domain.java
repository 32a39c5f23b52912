package by.belparcel.pricing.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a conjunction leaves possible, field by field. It never calls something impossible that is possible: alternatives and
 * negations inside are taken as "may be anything".
 */
final class Domain {

    private final Map<String, Values> fields = new HashMap<>();

    static Domain of(Condition condition) {
        Domain domain = new Domain();
        domain.add(condition);
        return domain;
    }

    boolean possible() {
        return fields.values().stream().allMatch(Values::possible);
    }

    /** Adds that a zone of destination is one of the rule set's, when it has any. */
    Domain knownZones(RuleSet set) {
        if (!set.zones().isEmpty() && fields.containsKey("zone_to")) {
            Set<FactValue> known = new HashSet<>();
            set.zones().forEach(band -> known.add(FactValue.of(band.zone())));
            field("zone_to").narrow(new Check.OneOf(known));
        }
        return this;
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.All(List<Condition> parts) -> parts.forEach(this::add);
            case Condition.Test(String field, Check check) -> field(field).narrow(check);
            case Condition.Any(List<Condition> parts) when parts.size() == 1 -> add(parts.getFirst());
            case Condition.Any _, Condition.Not _ -> {}
        }
    }

    private Values field(String name) {
        return fields.computeIfAbsent(name.equals("zone") ? "zone_to" : name, key -> new Values());
    }

    /** The values that one field may still have. */
    private static final class Values {

        private @Nullable Set<FactValue> only;
        private final Set<FactValue> without = new HashSet<>();
        private final List<Check.Within> ranges = new ArrayList<>();
        private boolean mustExist;
        private boolean mustLack;

        void narrow(Check check) {
            switch (check) {
                case Check.OneOf(Set<FactValue> values) -> {
                    Set<FactValue> narrowed = new HashSet<>(values);
                    if (only != null) {
                        narrowed.retainAll(only);
                    }
                    only = narrowed;
                    mustExist = true;
                }
                case Check.NoneOf(Set<FactValue> values) -> {
                    without.addAll(values);
                    mustExist = true;
                }
                case Check.Within within -> {
                    ranges.add(within);
                    mustExist = true;
                }
                case Check.Exists(boolean wanted) -> {
                    mustExist |= wanted;
                    mustLack |= !wanted;
                }
            }
        }

        boolean possible() {
            if (mustExist && mustLack) {
                return false;
            }
            if (only != null) {
                return only.stream()
                        .anyMatch(v -> !without.contains(v) && ranges.stream().allMatch(range -> range.passes(v)));
            }
            return interval();
        }

        private boolean interval() {
            BigDecimal low = null;
            BigDecimal high = null;
            boolean open = false;
            for (Check.Within range : ranges) {
                if (range.wraps()) {
                    return true;
                }
                if (range.low() != null && (low == null || range.low().compareTo(low) >= 0)) {
                    open |= range.lowOpen();
                    low = range.low();
                }
                if (range.high() != null && (high == null || range.high().compareTo(high) <= 0)) {
                    open |= range.highOpen();
                    high = range.high();
                }
            }
            int order = low == null || high == null ? -1 : low.compareTo(high);
            return order < 0 || order == 0 && !open;
        }
    }
}
