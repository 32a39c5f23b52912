create schema if not exists alerts;

-- The aggregate. trip_id only where the end of the trip ends the alert.
create table alerts.alerts (
    id uuid primary key,
    kind text not null,
    severity text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
    subject_type text not null,
    subject_id text not null,
    trip_id text,
    state text not null check (state in ('OPEN', 'ACKED', 'SNOOZED', 'RESOLVED')),
    opened_at timestamptz not null,
    count integer not null check (count > 0),
    last_at timestamptz not null,
    acked_by text,
    acked_at timestamptz,
    snoozed_until timestamptz,
    resolved_by text,
    resolved_at timestamptz,
    resolve_reason text,
    auto_resolved boolean not null default false,
    version bigint not null check (version > 0)
) with (fillfactor = 80);

-- One open alert per subject and kind (D13): the last word, should two raises ever slip past each other.
create unique index alerts_open on alerts.alerts (kind, subject_type, subject_id) where state <> 'RESOLVED';
create index alerts_open_of_trip on alerts.alerts (trip_id) where state <> 'RESOLVED';
create index alerts_newest on alerts.alerts (opened_at, id);
create index alerts_of_subject on alerts.alerts (subject_id);

-- When a condition was last seen and last clear; it holds while the former is later. expires_at: clear if nobody repeats it.
create table alerts.conditions (
    kind text not null,
    subject_type text not null,
    subject_id text not null,
    seen_at timestamptz,
    cleared_at timestamptz,
    expires_at timestamptz,
    primary key (kind, subject_type, subject_id)
) with (fillfactor = 80);

-- Projection of trips: what late departures and late events need.
create table alerts.trips (
    trip_id text primary key,
    planned_departure timestamptz,
    plan_version bigint,
    confirmed boolean not null default false,
    started boolean not null default false,
    over boolean not null default false
) with (fillfactor = 80);

-- Dead letters that nobody has taken out, and how many redrives took out without naming them.
create table alerts.dead_letters (
    message_id text primary key,
    consumer text not null,
    open boolean not null
);

create index dead_letters_open on alerts.dead_letters (consumer) where open;

create table alerts.redrives (
    redrive_id text primary key,
    resolved integer not null
);
