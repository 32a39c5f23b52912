create table parcels.parcels (
    id      text    primary key,
    shop_id text    not null,
    weight  integer not null,
    state   text    not null default 'NEW',
    version bigint  not null
);
create table parcels.weighings (
    parcel_id text    not null,
    grams     integer not null
);
create table parcels.failures (what text not null);
create sequence parcels.tries;
