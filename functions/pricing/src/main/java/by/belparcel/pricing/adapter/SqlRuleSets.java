package by.belparcel.pricing.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pricing.application.RuleSets;
import by.belparcel.pricing.model.RuleSetState;
import by.belparcel.pricing.model.StoredRuleSet;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Rule sets in {@code pricing.rulesets}. */
public final class SqlRuleSets implements RuleSets {

    private static final String COLUMNS =
            "version, state, content, checksum, effective_from, authors, published_by, row_version";
    private static final String FIND = "select " + COLUMNS + " from pricing.rulesets where version = $1";
    private static final String LOCK = FIND + " for update";
    private static final String ACTIVE = "select " + COLUMNS + " from pricing.rulesets where state = 'ACTIVE'";
    private static final String LOCK_ACTIVE = ACTIVE + " for update";

    // A set that was overtaken before it became active never was in force.
    private static final String IN_FORCE = "select " + COLUMNS + """
             from pricing.rulesets
            where effective_from <= $1
              and (state in ('ACTIVE', 'PUBLISHED') or state = 'RETIRED' and activated_at is not null)
            order by effective_from desc, version desc limit 1""";

    private static final String LIST = "select " + COLUMNS + """
             from pricing.rulesets
            where ($1::text is null or state = $1) and ($2::text is null or version < $2)
            order by version desc limit $3""";

    private static final String ADD = """
            insert into pricing.rulesets (version, state, content, checksum, effective_from, authors, published_by, row_version)
            values ($1, $2, $3, $4, $5::timestamptz, $6, $7::text, $8)
            on conflict (version) do nothing""";

    private static final String UPDATE = """
            update pricing.rulesets
            set state = $2, content = $3, checksum = $4, effective_from = $5::timestamptz, authors = $6,
                published_by = $7::text, row_version = $8,
                published_at = case when $2 = 'PUBLISHED' then now() else published_at end,
                activated_at = case when $2 = 'ACTIVE' then now() else activated_at end,
                retired_at = case when $2 = 'RETIRED' then now() else retired_at end
            where version = $1""";

    @Override
    public Mono<StoredRuleSet> find(Transaction tx, String version) {
        return tx.first(FIND, SqlRuleSets::map, version);
    }

    @Override
    public Mono<StoredRuleSet> lock(Transaction tx, String version) {
        return tx.first(LOCK, SqlRuleSets::map, version);
    }

    @Override
    public Mono<StoredRuleSet> lockActive(Transaction tx) {
        return tx.first(LOCK_ACTIVE, SqlRuleSets::map);
    }

    @Override
    public Mono<Boolean> add(Transaction tx, StoredRuleSet draft) {
        return write(tx, ADD, draft).map(rows -> rows == 1);
    }

    @Override
    public Mono<Void> update(Transaction tx, StoredRuleSet set) {
        return write(tx, UPDATE, set).then();
    }

    @Override
    public Mono<StoredRuleSet> inForce(Transaction tx, @Nullable Instant at) {
        return at == null ? tx.first(ACTIVE, SqlRuleSets::map) : tx.first(IN_FORCE, SqlRuleSets::map, Rows.bind(at));
    }

    @Override
    public Mono<List<StoredRuleSet>> list(
            Transaction tx, @Nullable RuleSetState state, @Nullable String after, int limit) {
        return tx.<StoredRuleSet>all(LIST, SqlRuleSets::map, state == null ? null : state.name(), after, limit)
                .collectList();
    }

    private static Mono<Long> write(Transaction tx, String sql, StoredRuleSet set) {
        return tx.update(
                sql,
                set.version(),
                set.state().name(),
                set.content(),
                set.checksum(),
                Rows.bind(set.effectiveFrom()),
                set.authors().toArray(String[]::new),
                set.publishedBy(),
                set.rowVersion());
    }

    private static StoredRuleSet map(Readable row) {
        return new StoredRuleSet(
                Rows.text(row, "version"),
                RuleSetState.valueOf(Rows.text(row, "state")),
                Rows.text(row, "content"),
                Rows.text(row, "checksum"),
                Rows.optionalTime(row, "effective_from"),
                List.of(Objects.requireNonNull(row.get("authors", String[].class))),
                Rows.optionalText(row, "published_by"),
                Rows.number(row, "row_version"));
    }
}
