create schema if not exists batching;

create sequence batching.batch_numbers;

-- Projection of reference.updated: warehouses and pick-up points; a hub is a pick-up point that sorts.
create table batching.places (
    id uuid primary key,
    kind text not null check (kind in ('WAREHOUSE', 'PVZ')),
    lat double precision not null,
    lng double precision not null,
    is_hub boolean not null,
    status text not null check (status in ('OPEN', 'SUSPENDED', 'CLOSED')),
    cutoffs text[] not null default '{}',
    timezone text not null default 'Europe/Minsk',
    version bigint not null
);

-- Closing rules of one origin; what is null has the value of the settings.
create table batching.rules (
    place_id uuid primary key,
    max_orders integer check (max_orders > 0),
    max_weight_g bigint check (max_weight_g > 0),
    max_volume_cm3 bigint check (max_volume_cm3 > 0),
    min_orders integer check (min_orders > 0),
    age_normal_s bigint check (age_normal_s > 0),
    age_express_s bigint check (age_express_s > 0)
);

create table batching.batches (
    id uuid primary key,
    number text not null unique,
    origin uuid not null,
    dest_type text not null check (dest_type in ('PVZ', 'HUB')),
    dest_id uuid not null,
    service text not null check (service in ('NORMAL', 'EXPRESS')),
    state text not null check (state in (
        'OPEN', 'CLOSED', 'PLANNED', 'PICKED_UP', 'DELIVERED', 'RECEIVED', 'PARTIALLY_RECEIVED', 'RECONCILED',
        'RECEIVED_AT_HUB', 'DISBANDED', 'SPLIT', 'CANCELLED')),
    version bigint not null check (version > 0),
    orders_count integer not null check (orders_count >= 0),
    weight_g bigint not null check (weight_g >= 0),
    volume_cm3 bigint not null check (volume_cm3 >= 0),
    oldest_at timestamptz not null,
    age_at timestamptz not null,
    cutoff_at timestamptz,
    opened_at timestamptz not null,
    closed_at timestamptz,
    close_reason text check (close_reason in ('SIZE', 'WEIGHT', 'VOLUME', 'AGE', 'CUTOFF', 'MANUAL', 'DEST_SUSPENDED')),
    trip_id uuid,
    parent_id uuid,
    seal text
) with (fillfactor = 80);

-- One OPEN batch per key: the lock that makes concurrent adds safe.
create unique index batches_open on batching.batches (origin, dest_type, dest_id, service) where state = 'OPEN';
create index batches_newest on batching.batches (opened_at, id);
create index batches_of_dest on batching.batches (dest_id, opened_at, id);
create index batches_of_trip on batching.batches (trip_id) where trip_id is not null;

-- What is known of an order; a row without an origin was cancelled before it was confirmed.
create table batching.orders (
    order_id uuid primary key,
    origin uuid,
    pvz_id uuid,
    service text,
    weight_g bigint,
    volume_cm3 bigint,
    ready_at timestamptz,
    cancelled boolean not null default false,
    waiting text check (waiting in ('DEST_SUSPENDED', 'REMOVED')),
    waiting_for uuid,
    check (cancelled or origin is not null),
    check (not cancelled or waiting is null)
);

create index orders_waiting on batching.orders (waiting_for) where waiting is not null;

-- Which orders a batch holds. A row stays when the batch is handed over; it is deleted when the order leaves before that.
create table batching.members (
    batch_id uuid not null references batching.batches (id),
    order_id uuid not null references batching.orders (order_id),
    weight_g bigint not null,
    volume_cm3 bigint not null,
    ready_at timestamptz not null,
    added_at timestamptz not null,
    active boolean not null default true,
    missing boolean not null default false,
    primary key (batch_id, order_id)
);

-- An order is in one active batch at most.
create unique index members_active on batching.members (order_id) where active;

-- The newest plan of each trip that was seen, so that late plans of the same trip change nothing.
create table batching.trips (
    trip_id uuid primary key,
    version bigint not null,
    cancelled boolean not null default false
);

-- Why people changed batches; written together with the change.
create table batching.changes (
    batch_id uuid not null references batching.batches (id),
    version bigint not null,
    at timestamptz not null,
    action text not null,
    reason text not null,
    actor text not null,
    primary key (batch_id, version, action)
);
