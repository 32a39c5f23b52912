package by.belparcel.payments.adapter;

import by.belparcel.eventing.envelope.Json;
import by.belparcel.eventing.store.Transaction;
import by.belparcel.payments.application.PaymentStore;
import by.belparcel.payments.model.Payment;
import by.belparcel.payments.model.PaymentSnapshot;
import by.belparcel.payments.model.RetryPolicy;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Payments in PostgreSQL: one statement to load, one to write. */
public final class PaymentRows implements PaymentStore {

    private static final String BY_ID = PaymentColumns.SELECT + " where p.id = $1";
    private static final String BY_ORDER = PaymentColumns.SELECT + " where p.order_id = $1";

    private static final String ADD = """
            with o as (
                insert into payments.orders (order_id) values ($2)
                on conflict (order_id) do update set order_id = excluded.order_id
                returning cancelled_at is not null as cancelled
            ), p as (
                insert into payments.payments (id, order_id, shop_id, method, provider, fee, goods, state, to_capture,
                    provider_ref, decline_code, auth_expires_at, auth_number, wishes, tries, retry_at, requested_at, version)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text, $11::text, $12::timestamptz, $13, $14, $15,
                    $16::timestamptz, $17, 1)
                on conflict do nothing
                returning id
            )
            select (select count(*) from p) as added, (select cancelled from o) as cancelled""";

    private static final String SAVE = """
            with p as (
                update payments.payments
                set state = $3, captured = $4, refunded = $5, to_capture = $6, provider_ref = $7::text,
                    decline_code = $8::text, auth_expires_at = $9::timestamptz, auth_number = $10, wishes = $11, tries = $12,
                    retry_at = $13::timestamptz, comebacks = $16::jsonb, updated_at = now(), version = version + 1
                where id = $1 and version = $2
                returning id
            ), r as (
                insert into payments.refunds (id, payment_id, amount, reason, state, attempts, requested_at, next_try_at,
                    settled_at)
                select x.id, p.id, (x.amount ->> 'amount')::bigint, x.reason, x.state, x.attempts, x.requested_at,
                    x.next_try_at, x.settled_at
                from p, jsonb_to_recordset($14::jsonb) as x (id uuid, amount jsonb, reason text, state text, attempts int,
                    requested_at timestamptz, next_try_at timestamptz, settled_at timestamptz)
                on conflict (id) do update set state = excluded.state, attempts = excluded.attempts,
                    next_try_at = excluded.next_try_at, settled_at = excluded.settled_at
            ), l as (
                insert into payments.ledger (settlement_id, payment_id, kind, account, amount_minor, currency)
                select x.settlement_id, p.id, x.kind, x.account, x.amount_minor, x.currency
                from p, jsonb_to_recordset($15::jsonb) as x (settlement_id uuid, kind text, account text,
                    amount_minor bigint, currency text)
            )
            select count(*) as saved from p""";

    private final RetryPolicy policy;

    public PaymentRows(RetryPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Mono<Payment> byId(Transaction tx, String id) {
        return load(tx, BY_ID, id);
    }

    @Override
    public Mono<Payment> byOrder(Transaction tx, String orderId) {
        return load(tx, BY_ORDER, orderId);
    }

    @Override
    public Mono<Added> add(Transaction tx, Payment payment) {
        PaymentSnapshot p = payment.snapshot();
        return tx.first(
                ADD,
                row -> new Added(
                        Objects.equals(row.get("added", Long.class), 1L),
                        Objects.equals(row.get("cancelled", Boolean.class), Boolean.TRUE)),
                UUID.fromString(p.terms().id()),
                UUID.fromString(p.terms().orderId()),
                p.terms().shopId(),
                p.terms().method().name(),
                p.terms().provider(),
                p.terms().fee().amount(),
                p.terms().goods().amount(),
                p.state().name(),
                p.toCapture().amount(),
                p.providerRef(),
                p.declineCode(),
                p.authExpiresAt(),
                p.authorization(),
                PaymentColumns.wishes(p.wishes()),
                p.tries(),
                p.retryAt(),
                p.terms().requestedAt());
    }

    @Override
    public Mono<Boolean> save(Transaction tx, Payment payment) {
        PaymentSnapshot p = payment.snapshot();
        return tx.first(
                SAVE,
                row -> Objects.equals(row.get("saved", Long.class), 1L),
                UUID.fromString(p.terms().id()),
                p.version(),
                p.state().name(),
                p.captured().amount(),
                p.refunded().amount(),
                p.toCapture().amount(),
                p.providerRef(),
                p.declineCode(),
                p.authExpiresAt(),
                p.authorization(),
                PaymentColumns.wishes(p.wishes()),
                p.tries(),
                p.retryAt(),
                Json.mapper().writeValueAsString(p.refunds()),
                Json.mapper().writeValueAsString(payment.postings()),
                Json.mapper().writeValueAsString(p.comebacks()));
    }

    private Mono<Payment> load(Transaction tx, String sql, String id) {
        return tx.first(sql, PaymentColumns::snapshot, UUID.fromString(id))
                .map(snapshot -> Payment.restored(snapshot, policy));
    }
}
