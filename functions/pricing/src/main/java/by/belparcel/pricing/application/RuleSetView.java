package by.belparcel.pricing.application;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.pricing.model.StoredRuleSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A rule set as it is shown; lists leave the content out. */
public record RuleSetView(
        String version,
        String state,
        String checksum,
        @Nullable Instant effectiveFrom,
        List<String> authors,
        @Nullable String publishedBy,
        long rowVersion,
        @Nullable JsonNode content) {

    static RuleSetView of(StoredRuleSet set) {
        return with(set, Json.mapper().readTree(set.content()));
    }

    static RuleSetView summary(StoredRuleSet set) {
        return with(set, null);
    }

    private static RuleSetView with(StoredRuleSet set, @Nullable JsonNode content) {
        return new RuleSetView(
                set.version(),
                set.state().name(),
                set.checksum(),
                set.effectiveFrom(),
                set.authors(),
                set.publishedBy(),
                set.rowVersion(),
                content);
    }
}
