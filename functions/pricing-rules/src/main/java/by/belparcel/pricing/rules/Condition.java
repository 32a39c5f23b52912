package by.belparcel.pricing.rules;

import java.util.List;

/** When a rule applies: tests of fields, combined. There is no way to run code. */
sealed interface Condition {

    Condition ALWAYS = new All(List.of());

    boolean holds(Facts facts);

    /** Also what an object with several fields or operators means. */
    record All(List<Condition> parts) implements Condition {

        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Facts facts) {
            return parts.stream().allMatch(part -> part.holds(facts));
        }
    }

    record Any(List<Condition> parts) implements Condition {

        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Facts facts) {
            return parts.stream().anyMatch(part -> part.holds(facts));
        }
    }

    record Not(Condition part) implements Condition {

        @Override
        public boolean holds(Facts facts) {
            return !part.holds(facts);
        }
    }

    record Test(String field, Check check) implements Condition {

        @Override
        public boolean holds(Facts facts) {
            return check.passes(facts.value(field));
        }
    }
}
