create schema if not exists orders;

create sequence orders.order_numbers;

-- The aggregate. Personal data only in contact (encrypted by contact_key, which is wrapped by the deployment's key).
create table orders.orders (
    id uuid primary key,
    number text not null unique,
    shop_id uuid not null,
    shop_order_ref text not null,
    warehouse_id uuid not null,
    pvz_id uuid not null,
    state text not null check (state in (
        'CREATED', 'AUTHORIZED', 'CONFIRMED', 'BATCHED', 'IN_TRANSIT', 'AT_HUB', 'AT_PVZ', 'READY', 'ISSUED', 'OVERDUE',
        'MISSING', 'CLIENT_RETURNED', 'RETURNING', 'RETURNED', 'LOST', 'CANCELLED')),
    version bigint not null check (version > 0),
    on_hold boolean not null default false,
    cancel_reason text,
    payment_method text not null check (payment_method in ('CARD_PREPAID', 'PAY_ON_PICKUP', 'SHOP_ACCOUNT')),
    goods_amount bigint check (goods_amount >= 0),
    price bigint not null check (price >= 0),
    ruleset_version text not null,
    price_lines jsonb not null,
    price_facts jsonb not null,
    quote_id uuid unique,
    options jsonb not null,
    parcels jsonb not null,
    locale text not null check (locale in ('RU', 'BE', 'EN')),
    desired_date date,
    promised_at timestamptz not null,
    contact_key bytea,
    contact bytea,
    phone_index bytea,
    phone_last4 text,
    payment_id uuid,
    pickup_ticket_id uuid,
    correlation_id text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
) with (fillfactor = 80);

-- The natural key; its order also serves the search by reference.
create unique index orders_shop_order_ref on orders.orders (shop_order_ref text_pattern_ops, shop_id);
create index orders_newest on orders.orders (created_at, id);
create index orders_of_shop on orders.orders (shop_id, created_at, id);
create index orders_of_pvz on orders.orders (pvz_id, created_at, id);
create index orders_of_phone on orders.orders (phone_index) where phone_index is not null;

-- One row per version of an order.
create table orders.history (
    order_id uuid not null references orders.orders (id),
    version bigint not null,
    at timestamptz not null,
    kind text not null check (kind in ('STATE', 'RECIPIENT')),
    from_state text,
    to_state text not null,
    reason text,
    detail text,
    actor text not null,
    cause text not null,
    primary key (order_id, version)
);

-- The newest fact of each order's payment: a projection of events.payment.
create table orders.payments (
    order_id uuid primary key,
    payment_id uuid not null,
    state text not null check (state in (
        'AUTHORIZED', 'DECLINED', 'CAPTURED', 'CAPTURE_FAILED', 'VOIDED', 'REFUND_PENDING', 'REFUNDED')),
    code text,
    sequence bigint not null,
    at timestamptz not null
);

-- Projection of reference.updated.
create table orders.shops (
    id uuid primary key,
    is_active boolean not null,
    version bigint not null
);

create table orders.warehouses (
    id uuid primary key,
    lat double precision not null,
    lng double precision not null,
    is_active boolean not null,
    version bigint not null
);

create table orders.pvz (
    id uuid primary key,
    code text not null,
    lat double precision not null,
    lng double precision not null,
    status text not null check (status in ('OPEN', 'SUSPENDED', 'CLOSED')),
    is_full boolean not null,
    max_parcel_g integer not null,
    version bigint not null
);

-- Projection of pricing.ruleset-activated; empty = the built-in rule set is in force.
create table orders.rulesets (
    version text primary key,
    content jsonb not null,
    effective_from timestamptz not null,
    activated_at timestamptz not null
);

-- Projection of pricing.quoted.
create table orders.quotes (
    id uuid primary key,
    shop_id uuid not null,
    fingerprint text not null,
    promo_code text,
    total bigint not null,
    ruleset_version text not null,
    lines jsonb not null,
    facts jsonb not null,
    expires_at timestamptz not null
);

-- Results of imports; they hold references and codes, nothing personal.
create table orders.imports (
    id uuid primary key,
    shop_id uuid not null,
    result jsonb not null,
    created_at timestamptz not null
);
