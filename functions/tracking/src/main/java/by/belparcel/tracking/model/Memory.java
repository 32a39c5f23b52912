package by.belparcel.tracking.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the filter remembers of a device between two fixes. @param skew see {@link Situation} @param candidates see {@link Situation} */
public record Memory(List<Long> skew, List<Fix> candidates) {

    private static final Set<Rule> UNSEEN =
            EnumSet.of(Rule.INVALID_FIX, Rule.CARRIER_INACTIVE, Rule.DUPLICATE, Rule.NOT_IN_TRANSIT);

    public Memory {
        skew = List.copyOf(skew);
        candidates = List.copyOf(candidates);
    }

    public static Memory of(Situation known) {
        return new Memory(known.skew(), known.candidates());
    }

    public Memory after(Fix fix, Verdict verdict, Profile profile) {
        if (verdict instanceof Verdict.Refused refused) {
            if (UNSEEN.contains(refused.rule())) {
                return this;
            }
            Fix jump = refused.candidate();
            return new Memory(
                    ClockSkew.after(skew, fix, profile), jump == null ? candidates : Jumps.after(candidates, jump));
        }
        boolean late = verdict instanceof Verdict.Accepted accepted && !accepted.newest();
        return new Memory(ClockSkew.after(skew, fix, profile), late ? candidates : List.of());
    }
}
