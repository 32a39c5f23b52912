create schema if not exists payments;

-- What this context knows of an order. The row is also the lock on which "authorise" and "cancel" of one order meet:
-- whoever comes second sees what the first one did.
create table payments.orders (
    order_id      uuid primary key,
    cancelled_at  timestamptz,
    cancel_reason text
);

create table payments.payments (
    id              uuid primary key,
    order_id        uuid        not null unique,
    shop_id         text        not null,
    method          text        not null,
    provider        text        not null,
    fee             bigint      not null check (fee >= 0),
    goods           bigint      not null check (goods >= 0),
    state           text        not null check (state in ('REQUESTED', 'UNKNOWN', 'AUTHORIZED', 'VOIDING', 'CAPTURED',
                                    'PARTIALLY_REFUNDED', 'REFUNDED', 'DECLINED', 'VOIDED', 'EXPIRED')),
    captured        bigint      not null default 0,
    refunded        bigint      not null default 0,
    to_capture      bigint      not null,
    provider_ref    text,
    decline_code    text,
    auth_expires_at timestamptz,
    auth_number     int         not null default 1,
    wishes          text        not null default '',
    tries           int         not null default 0,
    retry_at        timestamptz,
    requested_at    timestamptz not null,
    updated_at      timestamptz not null default now(),
    version         bigint      not null,
    check (captured between 0 and fee + goods),
    check (refunded between 0 and captured)
);
create index payments_by_state on payments.payments (state, requested_at, id);
create index payments_by_time on payments.payments (requested_at, id);

create table payments.refunds (
    id           uuid primary key,
    payment_id   uuid        not null references payments.payments (id),
    amount       bigint      not null check (amount > 0),
    reason       text        not null,
    state        text        not null check (state in ('PENDING', 'SUCCEEDED', 'FAILED', 'MANUAL')),
    attempts     int         not null default 0,
    requested_at timestamptz not null,
    next_try_at  timestamptz,
    settled_at   timestamptz
);
create index refunds_by_payment on payments.refunds (payment_id, requested_at, id);

-- Double entry, append-only. One settlement = one capture (id of the payment) or one refund (id of the refund);
-- the unique key makes a second booking of the same settlement impossible.
create table payments.ledger (
    seq           bigint generated always as identity primary key,
    settlement_id uuid        not null,
    payment_id    uuid        not null,
    kind          text        not null check (kind in ('CAPTURE', 'REFUND')),
    account       text        not null,
    amount_minor  bigint      not null check (amount_minor <> 0),
    currency      text        not null,
    booked_at     timestamptz not null default now(),
    unique (settlement_id, account)
);
create index ledger_by_time on payments.ledger (booked_at);

create function payments.ledger_must_balance() returns trigger language plpgsql as $$
begin
    if exists (select 1 from booked group by settlement_id, currency having sum(amount_minor) <> 0) then
        raise exception 'The lines of a settlement must sum to zero' using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger ledger_balances after insert on payments.ledger
    referencing new table as booked for each statement execute function payments.ledger_must_balance();

create function payments.ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger ledger_append_only before update or delete or truncate on payments.ledger
    for each statement execute function payments.ledger_is_append_only();

-- Callbacks that match no payment or name another amount; people look at them.
create table payments.quarantined_callbacks (
    id          bigint generated always as identity primary key,
    provider    text        not null,
    event_key   text        not null,
    reason      text        not null check (reason in ('UNKNOWN_REFERENCE', 'AMOUNT_MISMATCH', 'UNKNOWN_PROVIDER')),
    body        jsonb       not null,
    received_at timestamptz not null default now(),
    seen        int         not null default 1,
    unique (provider, event_key, reason)
);
