create schema if not exists audit_log;

-- The ends of the hash chains. A writer holds the row of its chain to the commit, so there are several chains: one record in sixteen waits.
-- The anchor is the last record that was dropped with its month; before the first one it is the seed.
create table audit_log.chain (
    chain smallint primary key,
    no bigint not null,
    hash bytea not null,
    at timestamptz not null,
    anchor_no bigint not null,
    anchor_hash bytea not null
) with (fillfactor = 50);

insert into audit_log.chain
select n, 0, sha256(convert_to('belparcel audit chain ' || n, 'UTF8')), '-infinity', 0, sha256(convert_to('belparcel audit chain ' || n, 'UTF8'))
from generate_series(0, 15) n;

create table audit_log.record (
    chain smallint not null,
    no bigint not null check (no > 0),
    recorded_at timestamptz not null,
    event_id text not null,
    kind text not null,
    occurred_at timestamptz not null,
    actor text not null,
    actors text[] not null,
    subject text not null,
    version bigint not null,
    targets text[] not null,
    pvz_id text,
    parcel_state text,
    correlation_id text not null,
    payload text not null,
    prev bytea not null,
    hash bytea not null,
    primary key (chain, no, recorded_at)
) partition by range (recorded_at);

create table audit_log.record_default partition of audit_log.record default;

create index record_newest on audit_log.record (occurred_at desc, chain, no);
create index record_targets on audit_log.record using gin (targets);
create index record_actors on audit_log.record using gin (actors);
create index record_stock on audit_log.record (pvz_id, subject, version desc) where parcel_state is not null;

-- What a record says, bound to the one before it. jsonb gives one text for one content; times go in as microseconds.
create function audit_log.digest(
    prev bytea, chain smallint, no bigint, recorded_at timestamptz, event_id text, kind text, occurred_at timestamptz, actor text,
    actors text[], subject text, version bigint, targets text[], pvz_id text, parcel_state text, correlation_id text, payload text)
returns bytea language sql stable as $$
    select sha256($1 || convert_to(jsonb_build_array($2, $3, (extract(epoch from $4) * 1000000)::bigint, $5, $6,
        (extract(epoch from $7) * 1000000)::bigint, $8, $9, $10, $11, $12, $13, $14, $15, $16)::text, 'UTF8'))
$$;

-- Appends one record. The clock is read under the lock, so the numbers of a chain and its times rise together.
create function audit_log.append(
    in_chain smallint, event_id text, kind text, occurred_at timestamptz, actor text, actors text[], subject text, version bigint,
    targets text[], pvz_id text, parcel_state text, correlation_id text, payload text)
returns bigint language plpgsql as $$
declare
    head audit_log.chain;
    stamp timestamptz;
    sum bytea;
begin
    select * into strict head from audit_log.chain c where c.chain = in_chain for update;
    stamp := greatest(clock_timestamp(), head.at);
    sum := audit_log.digest(head.hash, in_chain, head.no + 1, stamp, event_id, kind, occurred_at, actor, actors, subject, version,
        targets, pvz_id, parcel_state, correlation_id, payload);
    insert into audit_log.record values (in_chain, head.no + 1, stamp, event_id, kind, occurred_at, actor, actors, subject, version,
        targets, pvz_id, parcel_state, correlation_id, payload, head.hash, sum);
    update audit_log.chain c set no = head.no + 1, hash = sum, at = stamp where c.chain = in_chain;
    return head.no + 1;
end
$$;

-- Nobody changes what was recorded: the owner is stopped by these triggers, everybody else by the missing privilege as well.
create function audit_log.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'audit records are only ever appended' using errcode = 'insufficient_privilege';
end
$$;

create trigger append_only before update or delete on audit_log.record for each row execute function audit_log.refuse();
create trigger append_only_all before truncate on audit_log.record for each statement execute function audit_log.refuse();
create trigger append_only_all before truncate on audit_log.record_default for each statement execute function audit_log.refuse();
revoke update, delete, truncate on audit_log.record, audit_log.record_default from public;

-- The partition of a month of UTC, unless it is there or its records already lie in the default partition.
create function audit_log.open_month(month date) returns void language plpgsql as $$
declare
    part text := 'record_' || to_char(month, 'YYYY_MM');
    first timestamptz := month::timestamp at time zone 'UTC';
    past timestamptz := (month + interval '1 month') at time zone 'UTC';
begin
    if to_regclass('audit_log.' || part) is not null
        or exists (select from audit_log.record_default r where r.recorded_at >= first and r.recorded_at < past) then
        return;
    end if;
    execute format('create table audit_log.%I partition of audit_log.record for values from (%L) to (%L)',
        part, first, past);
    execute format('create trigger append_only_all before truncate on audit_log.%I for each statement execute function audit_log.refuse()', part);
    execute format('revoke update, delete, truncate on audit_log.%I from public', part);
end
$$;

-- Once a night: the months to come are opened, those that are older than the retention go as a whole and leave their last hashes behind.
create function audit_log.roll(keep interval) returns integer language plpgsql as $$
declare
    part record;
    dropped integer := 0;
begin
    if not pg_try_advisory_xact_lock(hashtext('audit_log.roll')) then
        return 0;
    end if;
    for i in 0..3 loop
        perform audit_log.open_month((date_trunc('month', now() at time zone 'UTC') + make_interval(months => i))::date);
    end loop;
    for part in
        select c.relname as name, to_date(right(c.relname, 7), 'YYYY_MM') as month
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'audit_log.record'::regclass and c.relname ~ '^record_[0-9]{4}_[0-9]{2}$'
        order by c.relname
    loop
        if (part.month + interval '1 month') at time zone 'UTC' <= now() - keep then
            execute format('update audit_log.chain c set anchor_no = l.no, anchor_hash = l.hash
                from (select distinct on (chain) chain, no, hash from audit_log.%I order by chain, no desc) l
                where l.chain = c.chain and l.no > c.anchor_no', part.name);
            execute format('drop table audit_log.%I', part.name);
            dropped := dropped + 1;
        end if;
    end loop;
    return dropped;
end
$$;

select audit_log.roll(interval '3 years');

-- What happened at a point on a day of Minsk; written together with the record, so it counts exactly once.
create table audit_log.pvz_day (
    pvz_id text not null,
    day date not null,
    accepted bigint not null default 0,
    issued bigint not null default 0,
    refused bigint not null default 0,
    returned_by_client bigint not null default 0,
    returned_to_courier bigint not null default 0,
    overdue bigint not null default 0,
    primary key (pvz_id, day)
) with (fillfactor = 80);

create index pvz_day_of_day on audit_log.pvz_day (day);

-- Projection of the reference data: how a point is called and in which region it lies.
create table audit_log.point (
    id text primary key,
    code text not null,
    region text not null,
    lat double precision not null,
    lng double precision not null,
    version bigint not null
);
