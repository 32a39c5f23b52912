package by.belparcel.orders.adapter;

import by.belparcel.eventing.store.Transaction;
import by.belparcel.orders.application.PaymentFact;
import by.belparcel.orders.application.Projections;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Facts of other contexts in PostgreSQL. */
public final class PostgresProjections implements Projections {

    private static final String PAYMENT = """
            insert into orders.payments as old (order_id, payment_id, state, code, sequence, at)
            values ($1::uuid, $2::uuid, $3, $4::text, $5, $6)
            on conflict (order_id) do update
            set payment_id = excluded.payment_id, state = excluded.state, code = excluded.code,
                sequence = excluded.sequence, at = excluded.at
            where old.sequence < excluded.sequence
            """;

    private static final String RULE_SET = """
            insert into orders.rulesets (version, content, effective_from, activated_at)
            values ($1, $2::jsonb, $3, $4)
            on conflict (version) do nothing
            """;

    @Override
    public Mono<Boolean> recordPayment(Transaction tx, PaymentFact fact) {
        return tx.update(
                        PAYMENT,
                        fact.orderId(),
                        fact.paymentId(),
                        fact.state().name(),
                        fact.code(),
                        fact.sequence(),
                        fact.at())
                .map(rows -> rows > 0);
    }

    @Override
    public Mono<Void> adoptRuleSet(
            Transaction tx, String version, String content, Instant effectiveFrom, Instant activatedAt) {
        return tx.update(RULE_SET, version, content, effectiveFrom, activatedAt).then();
    }
}
