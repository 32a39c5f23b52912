package by.belparcel.pickuptickets.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.pickuptickets.application.Terminals;
import by.belparcel.pickuptickets.model.TerminalPolicy;
import by.belparcel.pickuptickets.model.TerminalTally;
import java.time.Instant;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Terminals in PostgreSQL. The counters stand in the row that is locked, so whoever waited for the lock reads what the one before has
 * written; rows of their own would be counted in a snapshot from before the wait.
 */
public final class TerminalRows implements Terminals {

    private static final String ENTER = """
            insert into pickup_tickets.terminals as t (terminal) values ($1)
            on conflict (terminal) do update set
                wrong = array(select w from unnest(t.wrong) w where w > $2 - $3 * interval '1 millisecond' order by w),
                searches = array(select s from unnest(t.searches) s where s > $2 - $4 * interval '1 millisecond' order by s)
            returning cardinality(wrong) as wrong, wrong[1] as first_wrong,
                cardinality(searches) as searches, searches[1] as first_search""";

    private static final String CHARGE = """
            update pickup_tickets.terminals
            set wrong = case when $2 then wrong || $4::timestamptz else wrong end,
                searches = case when $3 then searches || $4::timestamptz else searches end
            where terminal = $1""";

    private final TerminalPolicy policy;

    public TerminalRows(TerminalPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Mono<TerminalTally> enter(Transaction tx, String terminal, Instant now) {
        return tx.first(
                ENTER,
                row -> new TerminalTally(
                        Objects.requireNonNull(row.get("wrong", Integer.class), "wrong"),
                        row.get("first_wrong", Instant.class),
                        Objects.requireNonNull(row.get("searches", Integer.class), "searches"),
                        row.get("first_search", Instant.class)),
                terminal,
                now,
                policy.wrongWindow().toMillis(),
                policy.searchWindow().toMillis());
    }

    @Override
    public Mono<Void> charge(Transaction tx, String terminal, boolean wrong, boolean search, Instant now) {
        return tx.update(CHARGE, terminal, wrong, search, now).then();
    }
}
