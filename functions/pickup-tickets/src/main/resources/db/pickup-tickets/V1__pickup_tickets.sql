create schema if not exists pickup_tickets;

-- What this context knows of an order. The row is also the lock on which "issue" and "cancel" of one order meet.
create table pickup_tickets.orders (
    order_id      uuid primary key,
    cancelled_at  timestamptz,
    cancel_reason text
);

create table pickup_tickets.tickets (
    id             uuid primary key,
    number         text        not null unique,
    order_id       uuid        not null unique,
    state          text        not null check (state in ('ISSUED', 'ACTIVE', 'LOCKED', 'REDEEMED', 'REVOKED', 'EXPIRED')),
    pvz_id         text,
    code_length    int         not null default 6 check (code_length in (6, 8)),
    code_counter   int         not null default 0,
    code_hash      text,
    rotated_at     timestamptz,
    attempts       int         not null default 0,
    locked_until   timestamptz,
    valid_until    timestamptz,
    delegate_name  text,
    delegate_phone text,
    quota_day      date,
    rotations      int         not null default 0,
    resends        int         not null default 0,
    issued_at      timestamptz not null,
    version        bigint      not null
);

-- No two people at one pick-up point hold the same live code.
create unique index tickets_live_codes on pickup_tickets.tickets (pvz_id, code_hash) where state in ('ACTIVE', 'LOCKED');
