package by.belparcel.pricing.application;

import by.belparcel.pricing.rules.RuleSetReview;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What validation found; warnings do not forbid publishing. */
public record ValidationView(String version, String state, String checksum, List<Warning> warnings) {

    /** @param kind UNREACHABLE or OVERLAP; @param other the other rule, where there is one */
    public record Warning(
            String kind, String ruleId, @Nullable String other, String text) {}

    static List<Warning> warnings(RuleSetReview.Report report) {
        List<Warning> warnings = new ArrayList<>();
        report.unreachable().forEach(f -> warnings.add(new Warning("UNREACHABLE", f.ruleId(), f.other(), f.text())));
        report.overlaps().forEach(f -> warnings.add(new Warning("OVERLAP", f.ruleId(), f.other(), f.text())));
        return List.copyOf(warnings);
    }
}
