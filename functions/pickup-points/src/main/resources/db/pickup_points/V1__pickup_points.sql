create schema if not exists pickup_points;

-- A pick-up point. Seeded from the reference data; edited here and there, both converge through events.
create table pickup_points.point (
    id uuid primary key,
    code text not null unique,
    version bigint not null check (version > 0),
    name text not null,
    address text not null,
    region text not null,
    lat double precision not null,
    lng double precision not null,
    status text not null check (status in ('OPEN', 'SUSPENDED', 'CLOSED')),
    suspended_until timestamptz,
    suspend_reason text,
    hours jsonb not null default '{}',
    contacts jsonb not null default '{}',
    services text[] not null default '{issue,return}',
    capacity_parcels integer not null check (capacity_parcels between 10 and 5000),
    max_parcel_g integer not null,
    is_hub boolean not null default false,
    hub_id uuid,
    -- Parcels that take room: ACCEPTED, OVERDUE, RETURNED_BY_CLIENT, REFUSED. Kept here, so that the last free place is one locked row.
    stock integer not null default 0 check (stock >= 0),
    fill_told text not null default 'NONE' check (fill_told in ('NONE', 'WARNING', 'FULL')),
    reference_version bigint not null default 0,
    updated_at timestamptz not null
);

create index point_code on pickup_points.point (code);

-- What is known of an order before its parcels arrive (order.batched).
create table pickup_points.announced (
    order_id uuid primary key,
    number text not null,
    shop_id uuid not null,
    pvz_id uuid not null,
    client_ref text,
    payment_method text,
    price_kopecks bigint,
    parcels jsonb not null,
    packaging text not null default 'NONE',
    age_check boolean not null default false,
    id_check boolean not null default false,
    partial_issue boolean not null default false,
    batch_id uuid,
    cancelled boolean not null default false,
    at timestamptz not null
);

create index announced_batch on pickup_points.announced (batch_id);
create index announced_number on pickup_points.announced (number);

-- One parcel at a pick-up point. OVERDUE is not stored before its timer: ACCEPTED with a deadline that passed is OVERDUE everywhere.
create table pickup_points.parcel (
    id uuid primary key,
    external_ref bigint unique check (external_ref > 0),
    order_id uuid,
    order_number text,
    parcel_no integer,
    parcels_total integer not null default 1,
    client_id text,
    pvz_id uuid not null,
    state text not null check (state in ('EXPECTED', 'ACCEPTED', 'OVERDUE', 'REFUSED', 'ISSUED', 'RETURNED_BY_CLIENT', 'RETURNED_TO_COURIER')),
    version bigint not null check (version > 0),
    packaging text not null,
    weight_g integer not null check (weight_g > 0),
    price_kopecks bigint not null check (price_kopecks > 0),
    surcharge_kopecks bigint not null check (surcharge_kopecks >= 0),
    payment_method text,
    age_check boolean not null default false,
    id_check boolean not null default false,
    partial_issue boolean not null default false,
    cell text,
    source text not null check (source in ('BATCH', 'COURIER', 'IMPORT')),
    batch_id uuid,
    accepted_at timestamptz,
    storage_until timestamptz,
    extensions integer not null default 0,
    issued_at timestamptz,
    returned_at timestamptz,
    return_reason text,
    eta_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (order_id, parcel_no)
) with (fillfactor = 70);

create index parcel_of_number on pickup_points.parcel (order_number) where order_number is not null;
create index parcel_of_client on pickup_points.parcel (client_id, created_at desc, id desc) where client_id is not null;
create index parcel_at_point on pickup_points.parcel (pvz_id, storage_until) where state in ('ACCEPTED', 'OVERDUE');
create index parcel_of_batch on pickup_points.parcel (batch_id) where batch_id is not null;
create index parcel_newest_change on pickup_points.parcel (pvz_id, updated_at desc, id desc);
create index parcel_returned on pickup_points.parcel (pvz_id, returned_at desc, id desc) where returned_at is not null;
create unique index parcel_cell on pickup_points.parcel (pvz_id, cell)
    where cell is not null and state in ('ACCEPTED', 'OVERDUE', 'REFUSED', 'RETURNED_BY_CLIENT');

-- One row per change of a parcel.
create table pickup_points.history (
    no bigint generated always as identity primary key,
    parcel_id uuid not null,
    external_ref bigint,
    pvz_id uuid not null,
    version bigint not null,
    at timestamptz not null,
    state text not null,
    kind text not null,
    detail text,
    actor_type text not null,
    actor_id text not null
);

create index history_of_parcel on pickup_points.history (parcel_id, no);
create index history_newest on pickup_points.history (pvz_id, no desc);

-- A batch that is on its way to a point or was handed over there.
create table pickup_points.batch (
    id uuid primary key,
    pvz_id uuid,
    state text not null check (state in ('ON_ITS_WAY', 'DELIVERED', 'PARTIALLY_RECEIVED', 'RECEIVED')),
    version bigint not null check (version > 0),
    delivered_at timestamptz,
    received_at timestamptz,
    body_hash text,
    result jsonb,
    updated_at timestamptz not null
);
