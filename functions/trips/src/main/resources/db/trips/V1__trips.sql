create schema if not exists trips;

create sequence trips.trip_numbers;

-- The aggregate. Stops and batches are part of it: one locked row is the whole trip, whatever its tables say.
create table trips.trip (
    id uuid primary key,
    number text not null unique,
    state text not null check (state in ('PLANNED', 'ASSIGNED', 'IN_TRANSIT', 'COMPLETED', 'CANCELLED')),
    version bigint not null check (version > 0),
    origin_id uuid not null,
    origin_lat double precision not null,
    origin_lng double precision not null,
    stops jsonb not null,
    batches jsonb not null,
    place_ids uuid[] not null,
    plan_version integer not null check (plan_version > 0),
    distance_m bigint not null check (distance_m >= 0),
    duration_s bigint not null check (duration_s >= 0),
    provider text not null,
    quality text not null check (quality in ('ROAD', 'ROAD_FALLBACK', 'STRAIGHT')),
    planned_departure timestamptz not null,
    departed_at timestamptz,
    completed_at timestamptz,
    carrier_id uuid,
    assignment_id uuid,
    needs_manual boolean not null default false,
    needs_manual_reason text,
    handover_required boolean not null default false,
    breakdown_lat double precision,
    breakdown_lng double precision,
    eta_at timestamptz,
    eta_quality text not null default 'NONE' check (eta_quality in ('HIGH', 'MEDIUM', 'LOW', 'NONE')),
    late_s bigint not null default 0,
    parent_trip_id uuid,
    end_reason text,
    created_at timestamptz not null,
    updated_at timestamptz not null
) with (fillfactor = 70);

create index trip_newest on trips.trip (created_at, id);
create index trip_departure on trips.trip (planned_departure, id);
create index trip_of_origin on trips.trip (origin_id, planned_departure) where state = 'PLANNED';
create index trip_of_carrier on trips.trip (carrier_id, planned_departure) where carrier_id is not null;
create index trip_of_place on trips.trip using gin (place_ids);
create index trip_live on trips.trip (state, planned_departure) where state in ('PLANNED', 'ASSIGNED', 'IN_TRANSIT');

-- One row per change of a trip, several may share a version.
create table trips.history (
    no bigint generated always as identity primary key,
    trip_id uuid not null,
    version bigint not null,
    at timestamptz not null,
    kind text not null,
    detail text,
    state text not null,
    actor text not null,
    cause text not null
);

create index history_of_trip on trips.history (trip_id, no);

-- Every plan that a trip ever had, with the distances that it was made from.
create table trips.plan (
    trip_id uuid not null,
    version integer not null,
    reason text not null,
    stops jsonb not null,
    batches text[] not null,
    distance_m bigint not null,
    duration_s bigint not null,
    provider text not null,
    quality text not null,
    fallback_used boolean not null,
    solver text not null,
    matrix jsonb,
    at timestamptz not null,
    primary key (trip_id, version)
);

-- What is known of a batch, and the trip it is in. A row may be older than the batch's closing: then content is null and
-- only what was taken away is known.
create table trips.batch (
    id uuid primary key,
    state text not null check (state in (
        'OPEN', 'CLOSED', 'PLANNED', 'PICKED_UP', 'DELIVERED', 'RECEIVED_AT_HUB', 'SPLIT', 'CANCELLED')),
    trip_id uuid,
    origin_id uuid,
    content jsonb,
    closed_sequence bigint not null default 0,
    removed_orders text[] not null default '{}',
    removed_sequences bigint[] not null default '{}',
    reason text,
    attempts integer not null default 0,
    since timestamptz not null
);

create index batch_of_trip on trips.batch (trip_id) where trip_id is not null;
create index batch_waiting on trips.batch (since) where state = 'CLOSED';

-- The positions of a trip that were looked at for an arrival time in the last 20 minutes, oldest first.
create table trips.position (
    trip_id uuid primary key,
    fix_at timestamptz not null,
    fixes jsonb not null,
    computed_at timestamptz not null
);

-- Projection of reference.updated: warehouses, pick-up points and hubs.
create table trips.place (
    id uuid primary key,
    kind text not null check (kind in ('WAREHOUSE', 'PVZ')),
    code text not null,
    lat double precision not null,
    lng double precision not null,
    status text not null check (status in ('OPEN', 'SUSPENDED', 'CLOSED')),
    cutoffs text[] not null default '{}',
    hours text,
    version bigint not null
);
