-- The simulated provider's own book. It is written in transactions of its own, as the database of a real provider would be:
-- what it booked stays booked when our transaction rolls back.
create schema if not exists provider_sim;

create table provider_sim.charges (
    id          text primary key,
    reference   text        not null unique,
    amount      bigint      not null,
    state       text        not null check (state in ('AUTHORIZED', 'DECLINED', 'CAPTURED', 'VOIDED')),
    code        text,
    captured    bigint      not null default 0,
    expires_at  timestamptz,
    created_at  timestamptz not null default now(),
    captured_at timestamptz,
    asked       int         not null default 1
);
create index charges_by_capture on provider_sim.charges (captured_at);

create table provider_sim.refunds (
    id         text primary key,
    charge_id  text        not null references provider_sim.charges (id),
    amount     bigint      not null check (amount > 0),
    state      text        not null check (state in ('PENDING', 'DONE')),
    created_at timestamptz not null default now(),
    settled_at timestamptz,
    asked      int         not null default 1
);
create index refunds_by_settlement on provider_sim.refunds (settled_at);
