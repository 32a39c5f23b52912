package by.belparcel.pricing.model;

import by.belparcel.eventing.outcome.Outcome;
import by.belparcel.eventing.outcome.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A rule set with its life (domain orders-and-payments.md section 4).
 *
 * @param content canonical JSON
 * @param authors everybody who wrote on it; none of them may publish it
 * @param rowVersion grows with each change
 */
public record StoredRuleSet(
        String version,
        RuleSetState state,
        String content,
        String checksum,
        @Nullable Instant effectiveFrom,
        List<String> authors,
        @Nullable String publishedBy,
        long rowVersion) {

    /** A published set takes effect no sooner than this. */
    public static final Duration NOTICE = Duration.ofMinutes(1);

    private static final List<String> EDITABLE = List.of(RuleSetState.DRAFT.name(), RuleSetState.VALIDATED.name());

    public StoredRuleSet {
        authors = List.copyOf(authors);
    }

    public static StoredRuleSet draft(String version, String content, String checksum, String author) {
        return new StoredRuleSet(version, RuleSetState.DRAFT, content, checksum, null, List.of(author), null, 1);
    }

    public Outcome<StoredRuleSet> edited(String newContent, String newChecksum, String author) {
        TreeSet<String> all = new TreeSet<>(authors);
        all.add(author);
        return notEditable()
                .<Outcome<StoredRuleSet>>map(Outcome::refused)
                .orElseGet(() -> Outcome.ok(new StoredRuleSet(
                        version,
                        RuleSetState.DRAFT,
                        newContent,
                        newChecksum,
                        null,
                        List.copyOf(all),
                        null,
                        rowVersion + 1)));
    }

    /** Empty when the content may still be changed or validated. */
    public Optional<Rejection> notEditable() {
        return EDITABLE.contains(state.name())
                ? Optional.empty()
                : Optional.of(Rejection.invalidState(state.name(), EDITABLE));
    }

    public StoredRuleSet validated() {
        return in(RuleSetState.VALIDATED, effectiveFrom, publishedBy);
    }

    public Outcome<StoredRuleSet> published(String by, Instant from, Instant now) {
        if (state != RuleSetState.VALIDATED) {
            return Outcome.refused(Rejection.invalidState(state.name(), List.of(RuleSetState.VALIDATED.name())));
        }
        if (authors.contains(by)) {
            return Outcome.refused(Rejection.of(
                    Rejection.Kind.FORBIDDEN, "FOUR_EYES", "Somebody other than its authors must publish a rule set."));
        }
        if (from.isBefore(now.plus(NOTICE))) {
            return Outcome.refused(
                    Rejection.rule("EFFECTIVE_IN_PAST", "A rule set takes effect a minute after now or later.")
                            .with("earliest", now.plus(NOTICE).toString()));
        }
        return Outcome.ok(in(RuleSetState.PUBLISHED, from, by));
    }

    public StoredRuleSet activated() {
        return in(RuleSetState.ACTIVE, effectiveFrom, publishedBy);
    }

    public StoredRuleSet retired() {
        return in(RuleSetState.RETIRED, effectiveFrom, publishedBy);
    }

    private StoredRuleSet in(RuleSetState next, @Nullable Instant from, @Nullable String by) {
        return new StoredRuleSet(version, next, content, checksum, from, authors, by, rowVersion + 1);
    }
}
