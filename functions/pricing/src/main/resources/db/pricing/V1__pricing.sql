create schema if not exists pricing;

-- Rule sets. The content is text: its bytes are what was checked and what orders were priced with.
create table pricing.rulesets (
    version        text        primary key,
    state          text        not null check (state in ('DRAFT', 'VALIDATED', 'PUBLISHED', 'ACTIVE', 'RETIRED')),
    content        text        not null,
    checksum       text        not null,
    effective_from timestamptz,
    authors        text[]      not null,
    published_by   text,
    created_at     timestamptz not null default now(),
    published_at   timestamptz,
    activated_at   timestamptz,
    retired_at     timestamptz,
    row_version    bigint      not null
);
-- Exactly one is in force: at most one by this index, at least one because only an activation retires another.
create unique index rulesets_one_active on pricing.rulesets ((true)) where state = 'ACTIVE';
create index rulesets_effective on pricing.rulesets (effective_from) where effective_from is not null;

-- Published versions never change: not by mistake, not by hand.
create function pricing.keep_published() returns trigger language plpgsql as $$
begin
    if old.state in ('PUBLISHED', 'ACTIVE', 'RETIRED')
        and (tg_op = 'DELETE'
             or new.content is distinct from old.content
             or new.checksum is distinct from old.checksum
             or new.effective_from is distinct from old.effective_from
             or new.state in ('DRAFT', 'VALIDATED')) then
        raise exception 'rule set % is published and immutable', old.version;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger rulesets_keep_published before update or delete on pricing.rulesets
    for each row execute function pricing.keep_published();

-- Offered prices. Facts and rule-set version explain each of them for ever.
create table pricing.quotes (
    id              text        primary key,
    shop_id         text        not null,
    fingerprint     text        not null,
    total           bigint      not null,
    lines           text        not null,
    facts           text        not null,
    ruleset_version text        not null references pricing.rulesets (version),
    created_at      timestamptz not null,
    expires_at      timestamptz not null
);

-- What pricing has to know of orders: how many a shop has, and what to run simulations over.
create table pricing.orders (
    order_id        text        primary key,
    shop_id         text        not null,
    created_at      timestamptz not null,
    price           bigint      not null,
    first_price     bigint      not null,
    ruleset_version text        not null,
    quote_id        text,
    facts           text        not null,
    adjustments     integer     not null default 0
);
create index orders_by_shop on pricing.orders (shop_id, created_at);
create index orders_by_time on pricing.orders (created_at);

create table pricing.adjustments (
    id         text        primary key,
    order_id   text        not null references pricing.orders (order_id),
    before     bigint      not null,
    after      bigint      not null,
    reason     text        not null,
    made_by    text        not null,
    made_at    timestamptz not null
);
create index adjustments_by_order on pricing.adjustments (order_id);

create table pricing.simulations (
    id              text        primary key,
    ruleset_version text        not null references pricing.rulesets (version),
    range_from      timestamptz not null,
    range_to        timestamptz not null,
    result          text        not null,
    requested_by    text        not null,
    created_at      timestamptz not null
);

create table pricing.places (
    id      text             primary key,
    kind    text             not null check (kind in ('WAREHOUSE', 'PVZ')),
    lat     double precision not null,
    lng     double precision not null,
    version bigint           not null
);
