-- What trips know of carriers, from carrier.*, reference.updated and their own trips. No names: nobody needs them here.
create table trips.carrier (
    id uuid primary key,
    version bigint not null,
    is_active boolean not null,
    deactivated boolean not null default false,
    active_at timestamptz not null default '-infinity',
    availability text not null default 'OFFLINE' check (availability in ('OFFLINE', 'ONLINE', 'BREAK', 'ON_TRIP')),
    availability_at timestamptz not null default '-infinity',
    lat double precision,
    lng double precision,
    position_at timestamptz not null default '-infinity',
    home_warehouse uuid,
    vehicle_type text not null,
    payload_g bigint not null,
    volume_cm3 bigint not null,
    slots integer not null,
    skills text[] not null default '{}',
    max_parallel_trips integer not null default 1 check (max_parallel_trips > 0),
    shift_ends_by timestamptz,
    shift_at timestamptz not null default '-infinity',
    driven_s bigint not null default 0,
    last_contact_at timestamptz
);

-- Who was asked, who drives, who drove. Ended rows stay: they are the history of the trip and the record of the carrier.
create table trips.assignment (
    id uuid primary key,
    trip_id uuid not null references trips.trip (id),
    attempt integer not null check (attempt > 0),
    carrier_id uuid not null,
    state text not null check (state in ('OFFERED', 'HANDOVER', 'CONFIRMED', 'REJECTED', 'EXPIRED', 'REVOKED', 'COMPLETED')),
    trigger text not null check (trigger in (
        'INITIAL', 'MANUAL', 'REJECTED', 'CONFIRM_TIMEOUT', 'BREAKDOWN', 'GPS_SILENCE', 'LATE_DEPARTURE',
        'CARRIER_DEACTIVATED', 'CAPACITY_EXCEEDED', 'HEALTH')),
    from_carrier_id uuid,
    reason text not null,
    operator_id text,
    offered_at timestamptz not null,
    confirm_by timestamptz not null,
    confirmed_at timestamptz,
    ended_at timestamptz,
    end_reason text,
    on_time boolean,
    place_lat double precision,
    place_lng double precision,
    decision jsonb not null,
    unique (trip_id, attempt)
) with (fillfactor = 80);

-- The two locks of domain delivery.md section 5: at most one live assignment and at most one handover of a trip.
create unique index assignment_live on trips.assignment (trip_id) where state in ('OFFERED', 'CONFIRMED');
create unique index assignment_handover on trips.assignment (trip_id) where state = 'HANDOVER';
create index assignment_busy on trips.assignment (carrier_id) where state in ('OFFERED', 'CONFIRMED', 'HANDOVER');
create index assignment_of_carrier on trips.assignment (carrier_id, offered_at);
create index assignment_newest on trips.assignment (offered_at, id) where trigger <> 'INITIAL';

-- A trip that wants a carrier and has none: how often it was tried, and for what.
create table trips.search (
    trip_id uuid primary key references trips.trip (id),
    round uuid not null,
    retries integer not null,
    trigger text not null,
    reason text not null,
    from_carrier_id uuid,
    exhausted boolean not null default false,
    since timestamptz not null
);

-- What an operator asked for; the primary key makes a command that comes twice one reassignment.
create table trips.reassignment (
    id uuid primary key,
    trip_id uuid not null references trips.trip (id),
    carrier_id uuid not null,
    reason text not null,
    overrides text[] not null,
    operator_id text not null,
    place_lat double precision,
    place_lng double precision,
    state text not null check (state in ('REQUESTED', 'DONE', 'REFUSED')),
    code text,
    requested_at timestamptz not null,
    decided_at timestamptz
);

create index reassignment_of_trip on trips.reassignment (trip_id, requested_at);

-- Something that looks like a reason to reassign, left to the operator by policy.
create table trips.suggestion (
    trip_id uuid not null references trips.trip (id),
    trigger text not null,
    detail text not null,
    at timestamptz not null,
    primary key (trip_id, trigger)
);

-- Orders that have changed vehicles in a handover that is not complete yet.
create table trips.handover_box (
    assignment_id uuid not null references trips.assignment (id),
    order_id uuid not null,
    batch_id uuid not null,
    weight_g bigint not null,
    volume_cm3 bigint not null,
    at timestamptz not null,
    primary key (assignment_id, order_id)
);

-- What handovers came to.
create table trips.handover (
    assignment_id uuid primary key references trips.assignment (id),
    trip_id uuid not null references trips.trip (id),
    from_carrier_id uuid not null,
    to_carrier_id uuid not null,
    place_lat double precision,
    place_lng double precision,
    planned_at timestamptz,
    initiated_at timestamptz not null,
    completed_at timestamptz,
    full_handover boolean,
    child_trip_id uuid,
    moved text[] not null default '{}',
    remaining text[] not null default '{}'
);

create index handover_of_trip on trips.handover (trip_id, initiated_at);

-- The forty carriers of the reference data as they are before the first event about them.
insert into trips.carrier (
    id, version, is_active, deactivated, lat, lng, home_warehouse, vehicle_type, payload_g, volume_cm3, slots, skills, max_parallel_trips)
values
    ('0190a003-0000-7000-8000-000000000001', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'VAN_S', 800000, 4000000, 120, '{}', 1),
    ('0190a003-0000-7000-8000-000000000002', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'VAN_L', 1500000, 10000000, 300, '{}', 1),
    ('0190a003-0000-7000-8000-000000000003', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'VAN_S', 800000, 4000000, 120, '{FRAGILE}', 1),
    ('0190a003-0000-7000-8000-000000000004', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'VAN_L', 1500000, 10000000, 300, '{}', 1),
    ('0190a003-0000-7000-8000-000000000005', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'VAN_S', 800000, 4000000, 120, '{EXPRESS}', 1),
    ('0190a003-0000-7000-8000-000000000006', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'VAN_L', 1500000, 10000000, 300, '{FRAGILE}', 1),
    ('0190a003-0000-7000-8000-000000000007', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'TRUCK', 5000000, 30000000, 1000, '{TAIL_LIFT}', 1),
    ('0190a003-0000-7000-8000-000000000008', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'VAN_S', 800000, 4000000, 120, '{TEMPERATURE}', 1),
    ('0190a003-0000-7000-8000-000000000009', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'VAN_L', 1500000, 10000000, 300, '{FRAGILE}', 1),
    ('0190a003-0000-7000-8000-000000000010', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'VAN_S', 800000, 4000000, 120, '{EXPRESS}', 1),
    ('0190a003-0000-7000-8000-000000000011', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'VAN_L', 1500000, 10000000, 300, '{}', 1),
    ('0190a003-0000-7000-8000-000000000012', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'TRUCK', 5000000, 30000000, 1000, '{FRAGILE,TAIL_LIFT}', 1),
    ('0190a003-0000-7000-8000-000000000013', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'VAN_S', 800000, 4000000, 120, '{}', 1),
    ('0190a003-0000-7000-8000-000000000014', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'VAN_L', 1500000, 10000000, 300, '{}', 1),
    ('0190a003-0000-7000-8000-000000000015', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'VAN_S', 800000, 4000000, 120, '{EXPRESS,FRAGILE}', 1),
    ('0190a003-0000-7000-8000-000000000016', 1, true, false, 53.835900, 27.637800, '0190a000-0000-7000-8000-000000000001', 'VAN_S', 800000, 4000000, 120, '{TEMPERATURE}', 1),
    ('0190a003-0000-7000-8000-000000000017', 1, true, false, 52.103400, 23.772100, '0190a000-0000-7000-8000-000000000002', 'VAN_S', 800000, 4000000, 120, '{}', 1),
    ('0190a003-0000-7000-8000-000000000018', 1, true, false, 52.103400, 23.772100, '0190a000-0000-7000-8000-000000000002', 'VAN_L', 1500000, 10000000, 300, '{FRAGILE}', 1),
    ('0190a003-0000-7000-8000-000000000019', 1, true, false, 52.103400, 23.772100, '0190a000-0000-7000-8000-000000000002', 'VAN_S', 800000, 4000000, 120, '{}', 1),
    ('0190a003-0000-7000-8000-000000000020', 1, true, false, 52.103400, 23.772100, '0190a000-0000-7000-8000-000000000002', 'VAN_L', 1500000, 10000000, 300, '{EXPRESS}', 1),
    ('0190a003-0000-7000-8000-000000000021', 1, true, false, 52.103400, 23.772100, '0190a000-0000-7000-8000-000000000002', 'TRUCK', 5000000, 30000000, 1000, '{FRAGILE,TAIL_LIFT}', 1),
    ('0190a003-0000-7000-8000-000000000022', 1, true, false, 55.172900, 30.226100, '0190a000-0000-7000-8000-000000000003', 'VAN_S', 800000, 4000000, 120, '{}', 1),
    ('0190a003-0000-7000-8000-000000000023', 1, true, false, 55.172900, 30.226100, '0190a000-0000-7000-8000-000000000003', 'VAN_L', 1500000, 10000000, 300, '{}', 1),
    ('0190a003-0000-7000-8000-000000000024', 1, true, false, 55.172900, 30.226100, '0190a000-0000-7000-8000-000000000003', 'VAN_S', 800000, 4000000, 120, '{FRAGILE,TEMPERATURE}', 1),
    ('0190a003-0000-7000-8000-000000000025', 1, true, false, 55.172900, 30.226100, '0190a000-0000-7000-8000-000000000003', 'VAN_L', 1500000, 10000000, 300, '{EXPRESS}', 1),
    ('0190a003-0000-7000-8000-000000000026', 1, true, false, 55.172900, 30.226100, '0190a000-0000-7000-8000-000000000003', 'TRUCK', 5000000, 30000000, 1000, '{TAIL_LIFT}', 1),
    ('0190a003-0000-7000-8000-000000000027', 1, true, false, 53.641800, 23.803900, '0190a000-0000-7000-8000-000000000004', 'VAN_S', 800000, 4000000, 120, '{FRAGILE}', 1),
    ('0190a003-0000-7000-8000-000000000028', 1, true, false, 53.641800, 23.803900, '0190a000-0000-7000-8000-000000000004', 'VAN_L', 1500000, 10000000, 300, '{}', 1),
    ('0190a003-0000-7000-8000-000000000029', 1, true, false, 53.641800, 23.803900, '0190a000-0000-7000-8000-000000000004', 'VAN_S', 800000, 4000000, 120, '{}', 1),
    ('0190a003-0000-7000-8000-000000000030', 1, true, false, 53.641800, 23.803900, '0190a000-0000-7000-8000-000000000004', 'VAN_L', 1500000, 10000000, 300, '{EXPRESS,FRAGILE}', 1),
    ('0190a003-0000-7000-8000-000000000031', 1, true, false, 53.641800, 23.803900, '0190a000-0000-7000-8000-000000000004', 'TRUCK', 5000000, 30000000, 1000, '{TAIL_LIFT}', 1),
    ('0190a003-0000-7000-8000-000000000032', 1, true, false, 52.413300, 30.938400, '0190a000-0000-7000-8000-000000000005', 'VAN_S', 800000, 4000000, 120, '{TEMPERATURE}', 1),
    ('0190a003-0000-7000-8000-000000000033', 1, true, false, 52.413300, 30.938400, '0190a000-0000-7000-8000-000000000005', 'VAN_L', 1500000, 10000000, 300, '{FRAGILE}', 1),
    ('0190a003-0000-7000-8000-000000000034', 1, true, false, 52.413300, 30.938400, '0190a000-0000-7000-8000-000000000005', 'VAN_S', 800000, 4000000, 120, '{}', 1),
    ('0190a003-0000-7000-8000-000000000035', 1, true, false, 52.413300, 30.938400, '0190a000-0000-7000-8000-000000000005', 'VAN_L', 1500000, 10000000, 300, '{EXPRESS}', 1),
    ('0190a003-0000-7000-8000-000000000036', 1, true, false, 52.413300, 30.938400, '0190a000-0000-7000-8000-000000000005', 'TRUCK', 5000000, 30000000, 1000, '{FRAGILE,TAIL_LIFT}', 1),
    ('0190a003-0000-7000-8000-000000000037', 1, true, false, 53.876100, 30.298700, '0190a000-0000-7000-8000-000000000006', 'VAN_S', 800000, 4000000, 120, '{}', 1),
    ('0190a003-0000-7000-8000-000000000038', 1, true, false, 53.876100, 30.298700, '0190a000-0000-7000-8000-000000000006', 'VAN_L', 1500000, 10000000, 300, '{}', 1),
    ('0190a003-0000-7000-8000-000000000039', 1, true, false, 53.876100, 30.298700, '0190a000-0000-7000-8000-000000000006', 'TRUCK', 5000000, 30000000, 1000, '{FRAGILE,TAIL_LIFT}', 1),
    ('0190a003-0000-7000-8000-000000000040', 1, false, false, 53.876100, 30.298700, '0190a000-0000-7000-8000-000000000006', 'VAN_S', 800000, 4000000, 120, '{EXPRESS,TEMPERATURE}', 1);
