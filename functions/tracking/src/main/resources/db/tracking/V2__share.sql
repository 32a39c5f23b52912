-- Links by which somebody follows one order. A link is kept as the SHA-256 of its token.
create table tracking.parcel (
    order_id      text   primary key,
    shop_id       text,
    pvz_id        text,
    number        text,
    state         text   not null default 'CREATED',
    state_version bigint not null default 0,
    batch_id      text
) with (fillfactor = 80);
create index parcel_batch on tracking.parcel (batch_id);

create table tracking.share_link (
    link_id    text        primary key,
    order_id   text        not null,
    token_hash text        not null unique,
    created_by text        not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index share_link_expiry on tracking.share_link (expires_at);
