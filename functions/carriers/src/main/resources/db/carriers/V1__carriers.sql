create schema if not exists carriers;

-- One row per carrier. Three parties decide three columns and never each other's: the administrator is_active, the driver
-- availability, tracking signal. The current or last shift stands here too: a command locks one row and sees everything it decides on.
create table carriers.carriers (
    id uuid primary key,
    code text not null unique,
    name text not null,
    name_be text not null,
    phone text not null,
    plate text not null,
    vehicle_type text not null check (vehicle_type in ('VAN_S', 'VAN_L', 'TRUCK')),
    payload_g bigint not null check (payload_g > 0),
    volume_cm3 bigint not null check (volume_cm3 > 0),
    slots integer not null check (slots > 0),
    skills text[] not null default '{}',
    home_warehouse uuid not null,
    max_parallel_trips integer not null default 1 check (max_parallel_trips between 1 and 5),
    time_scale integer not null default 1 check (time_scale between 1 and 60),
    is_active boolean not null,
    availability text not null default 'OFFLINE' check (availability in ('OFFLINE', 'ONLINE', 'BREAK', 'ON_TRIP')),
    availability_since timestamptz not null default now(),
    signal text check (signal in ('LIVE', 'STALE', 'LOST')),
    signal_at timestamptz,
    lat double precision not null check (lat between -90 and 90),
    lng double precision not null check (lng between -180 and 180),
    position_at timestamptz,
    driving_since timestamptz,
    shift_id uuid,
    shift_started_at timestamptz,
    shift_ends_by timestamptz,
    shift_ended_at timestamptz,
    shift_driven_s bigint not null default 0,
    shift_check_passed boolean,
    -- raised by everything that emits: the sequence of the carrier's events
    version bigint not null default 1,
    -- version of the last edit: what expected_version and If-Match mean, so that a driver going online is no conflict
    edit_version bigint not null default 1,
    search text not null generated always as (lower(code || ' ' || name || ' ' || name_be || ' ' || plate)) stored
);

create index carriers_online on carriers.carriers (home_warehouse) where is_active and availability = 'ONLINE';

create table carriers.shifts (
    id uuid primary key,
    carrier_id uuid not null references carriers.carriers (id),
    started_at timestamptz not null,
    ends_by timestamptz not null,
    ended_at timestamptz,
    driven_s bigint not null default 0
);

create unique index one_open_shift on carriers.shifts (carrier_id) where ended_at is null;
create index shifts_of_carrier on carriers.shifts (carrier_id, started_at desc);

create table carriers.vehicle_checks (
    id uuid primary key,
    carrier_id uuid not null references carriers.carriers (id),
    shift_id uuid not null,
    items jsonb not null,
    passed boolean not null,
    attachment_ids text[] not null,
    at timestamptz not null
);

create index checks_of_carrier on carriers.vehicle_checks (carrier_id, at desc);

create table carriers.panics (
    id uuid primary key,
    carrier_id uuid not null references carriers.carriers (id),
    trip_id uuid,
    lat double precision,
    lng double precision,
    at timestamptz not null
);

-- Projection of the trips: who has which one. Rank of the state breaks the tie of facts that share a sequence.
create table carriers.trips (
    trip_id uuid not null,
    carrier_id uuid not null,
    state text not null check (state in ('ASSIGNED', 'DRIVING', 'ENDED')),
    sequence bigint not null,
    since timestamptz not null,
    primary key (trip_id, carrier_id)
);

create index trips_of_carrier on carriers.trips (carrier_id, since desc);
create index live_trips on carriers.trips (carrier_id) where state <> 'ENDED';

-- Who edited what and why; written together with the edit.
create table carriers.changes (
    id uuid not null,
    version bigint not null,
    changed text[] not null,
    reason text not null,
    actor text not null,
    at timestamptz not null,
    primary key (id, version)
);
