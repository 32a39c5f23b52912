create schema if not exists "references";

create table "references".warehouses (
    id uuid primary key,
    code text not null unique,
    name_ru text not null,
    name_be text not null,
    name_latin text not null,
    address_ru text not null,
    address_be text not null,
    lat double precision not null check (lat between -90 and 90),
    lng double precision not null check (lng between -180 and 180),
    cutoffs time[] not null default '{18:00}',
    timezone text not null default 'Europe/Minsk',
    is_active boolean not null,
    version bigint not null default 1,
    search text not null generated always as (
        lower(code || ' ' || name_ru || ' ' || name_be || ' ' || name_latin || ' ' || address_ru || ' ' || address_be)) stored
);

create table "references".pvz (
    id uuid primary key,
    code text not null unique,
    name_ru text not null,
    name_be text not null,
    name_latin text not null,
    address_ru text not null,
    address_be text not null,
    lat double precision not null check (lat between -90 and 90),
    lng double precision not null check (lng between -180 and 180),
    is_hub boolean not null,
    hub_id uuid references "references".pvz (id),
    hours text not null default 'Mo-Su 10:00-20:00',
    capacity_parcels integer not null check (capacity_parcels between 10 and 5000),
    max_parcel_g integer not null check (max_parcel_g between 1 and 50000),
    services text[] not null default '{issue,return,cash,card}',
    status text not null check (status in ('OPEN', 'SUSPENDED', 'CLOSED')),
    is_full boolean not null default false,
    version bigint not null default 1,
    search text not null generated always as (
        lower(code || ' ' || name_ru || ' ' || name_be || ' ' || name_latin || ' ' || address_ru || ' ' || address_be)) stored,
    check (hub_id is null or hub_id <> id)
);

create index pvz_of_hub on "references".pvz (hub_id);

create table "references".shops (
    id uuid primary key,
    code text not null unique,
    name text not null,
    locale text not null check (locale in ('ru', 'be', 'en')),
    is_active boolean not null,
    version bigint not null default 1,
    search text not null generated always as (lower(code || ' ' || name)) stored
);

-- Who changed what and why; written together with the change.
create table "references".changes (
    kind text not null,
    id uuid not null,
    version bigint not null,
    changed text[] not null,
    reason text not null,
    actor text not null,
    at timestamptz not null,
    primary key (kind, id, version)
);
