-- The event log and what the drain needs around it. Why it looks like this: eventing/outbox/adr.
create schema if not exists eventing;

-- CACHE 1: a session must not hold numbers back, because seq orders the events of one aggregate.
create sequence eventing.outbox_seq cache 1;

-- Insert-only. xid is the writing transaction: a window of the log is the difference of two snapshots.
create table eventing.outbox (
    seq               bigint      not null default nextval('eventing.outbox_seq'),
    day               date        not null default (now() at time zone 'UTC')::date,
    xid               xid8        not null default pg_current_xact_id(),
    shard             smallint    not null check (shard between 0 and 15),
    event_id          uuid        not null,
    type              text        not null,
    topic             text        not null,
    source            text        not null default '/belparcel',
    aggregate_id      text        not null,
    aggregate_version bigint      not null,
    correlation_id    text        not null,
    causation_id      text        not null,
    actor             text        not null,
    attributes        jsonb       not null default '{}',
    data              jsonb       not null,
    created_at        timestamptz not null default now()
) partition by range (day);

create index outbox_shard_xid on eventing.outbox (shard, xid);
create index outbox_correlation on eventing.outbox (correlation_id);

-- Takes the rows of a day nobody prepared: commands go on although the cron was away for a week.
create table eventing.outbox_default partition of eventing.outbox default;

-- A day is split by shard, so that draining one shard does not read the pages of the fifteen others.
create function eventing.outbox_create_day(wanted date) returns boolean
    language plpgsql as $$
declare
    day_table text := 'outbox_' || to_char(wanted, 'YYYYMMDD');
begin
    if to_regclass('eventing.' || day_table) is not null
        or exists (select from eventing.outbox_default where day = wanted) then
        return false;
    end if;
    execute format(
        'create table eventing.%I (like eventing.outbox including defaults including constraints) partition by list (shard)',
        day_table);
    for leaf in 0..3 loop
        execute format(
            'create table eventing.%I partition of eventing.%I for values in (%s, %s, %s, %s)',
            day_table || '_' || leaf, day_table, leaf * 4, leaf * 4 + 1, leaf * 4 + 2, leaf * 4 + 3);
    end loop;
    -- Attaching takes a weaker lock on the log than creating the partition in place: writers go on.
    execute format(
        'alter table eventing.outbox attach partition eventing.%I for values from (%L) to (%L)',
        day_table, wanted, wanted + 1);
    return true;
end $$;

create function eventing.outbox_create_days(ahead integer) returns integer
    language plpgsql as $$
declare
    today date := (now() at time zone 'UTC')::date;
    made integer := 0;
begin
    perform pg_advisory_xact_lock(hashtext('eventing.outbox_create_days'));
    for offset_days in 0..ahead loop
        if eventing.outbox_create_day(today + offset_days) then
            made := made + 1;
        end if;
    end loop;
    return made;
end $$;

select eventing.outbox_create_days(2);

-- What a shard has published: everything visible in win_from, and of the window up to win_to the rows up to after_seq.
create table eventing.outbox_cursor (
    shard     smallint    primary key,
    win_from  pg_snapshot not null default '1:1:',
    win_to    pg_snapshot,
    after_seq bigint      not null default 0
) with (fillfactor = 50);

insert into eventing.outbox_cursor (shard) select generate_series(0, 15);

-- Journal of published pieces: rows in (after_seq, upto_seq] of a window, or of one parked key (aggregate_id is set).
create table eventing.outbox_window (
    id           bigint      generated always as identity primary key,
    shard        smallint    not null,
    aggregate_id text,
    win_from     pg_snapshot not null,
    win_to       pg_snapshot not null,
    after_seq    bigint      not null,
    upto_seq     bigint      not null,
    rows         integer     not null,
    attempts     integer     not null default 1,
    published_at timestamptz not null default clock_timestamp()
);

create index outbox_window_rows on eventing.outbox_window (shard, upto_seq) where aggregate_id is null;
create index outbox_window_key on eventing.outbox_window (aggregate_id, upto_seq) where aggregate_id is not null;

-- Keys that could not be published. All changes are made under the lock of the shard's cursor row.
create table eventing.outbox_parked (
    shard           smallint    not null,
    aggregate_id    text        not null,
    first_seq       bigint      not null,
    attempts        integer     not null,
    next_attempt_at timestamptz not null,
    reason          text        not null default 'PUBLISH_FAILED',
    last_error      text        not null,
    state           text        not null check (state in ('RETRYING', 'DEAD')),
    frozen_to       bigint,
    parked_at       timestamptz not null default clock_timestamp(),
    primary key (shard, aggregate_id)
) with (fillfactor = 70);

-- The rows that wait behind a parked key, as references into the log (day, xid and seq find a row through the index).
create table eventing.outbox_held (
    shard        smallint not null,
    aggregate_id text     not null,
    seq          bigint   not null,
    day          date     not null,
    xid          xid8     not null,
    primary key (shard, aggregate_id, seq)
);

-- The log with what became of each row: WAITING, PUBLISHED, PARKED or DEAD.
create view eventing.outbox_log as
select o.*,
       case
           when h.seq is not null and p.state = 'DEAD' then 'DEAD'
           when h.seq is not null then 'PARKED'
           when pg_visible_in_snapshot(o.xid, c.win_from) then 'PUBLISHED'
           when c.win_to is not null and pg_visible_in_snapshot(o.xid, c.win_to) and o.seq <= c.after_seq then 'PUBLISHED'
           else 'WAITING'
       end as publishing,
       case when h.seq is null then coalesce(k.published_at, w.published_at) end as published_at,
       coalesce(p.attempts, k.attempts, w.attempts, 0) as publish_attempts,
       case when h.seq is not null then p.next_attempt_at end as next_attempt_at,
       case when h.seq is not null then p.last_error end as last_error
from eventing.outbox o
join eventing.outbox_cursor c on c.shard = o.shard
left join eventing.outbox_held h on h.shard = o.shard and h.aggregate_id = o.aggregate_id and h.seq = o.seq
left join eventing.outbox_parked p on p.shard = h.shard and p.aggregate_id = h.aggregate_id
left join lateral (
    select j.published_at, j.attempts
    from eventing.outbox_window j
    where j.aggregate_id = o.aggregate_id and j.upto_seq >= o.seq and j.after_seq < o.seq
    order by j.upto_seq
    limit 1) k on true
left join lateral (
    select j.published_at, j.attempts
    from eventing.outbox_window j
    where j.aggregate_id is null and j.shard = o.shard and j.upto_seq >= o.seq and j.after_seq < o.seq
      and pg_visible_in_snapshot(o.xid, j.win_to) and not pg_visible_in_snapshot(o.xid, j.win_from)
    order by j.upto_seq
    limit 1) w on true;

-- When the hourly work (partitions ahead, retention) was last begun.
create table eventing.outbox_maintenance (
    one    boolean     primary key default true check (one),
    ran_at timestamptz not null default '-infinity'
);

insert into eventing.outbox_maintenance default values;

-- The chaos knob: one row, in force until expires_at (domain operations.md 4).
create table eventing.chaos (
    one        boolean     primary key default true check (one),
    settings   jsonb       not null,
    expires_at timestamptz not null
);

-- Rows ahead of a shard's cursor lie at xid >= xmax or in xip of win_from. The log grows faster than its statistics: a plan that
-- expects to meet such a row soon and scans for it would read the whole log when there is none, hence enable_seqscan.
create function eventing.outbox_pending_shards() returns setof smallint
    language sql stable set enable_seqscan = off as $$
select c.shard
from eventing.outbox_cursor c
where c.win_to is not null
   or exists (select from eventing.outbox o
              where o.shard = c.shard and o.xid >= pg_snapshot_xmax(c.win_from))
   or exists (select from eventing.outbox o
              where o.shard = c.shard and o.xid = any (array(select pg_snapshot_xip(c.win_from))))
$$;

-- The backlog, counted up to a bound per shard.
create function eventing.outbox_backlog(bound_per_shard bigint, out pending bigint, out oldest_seconds bigint)
    language sql stable set enable_seqscan = off as $$
select coalesce(sum(b.pending), 0)::bigint,
       coalesce(extract(epoch from clock_timestamp() - min(b.oldest)), 0)::bigint
from eventing.outbox_cursor c
cross join lateral (
    select count(*) as pending, min(o.created_at) as oldest
    from (select r.created_at from eventing.outbox r
          where r.shard = c.shard and r.xid >= pg_snapshot_xmax(c.win_from)
            and not (c.win_to is not null and r.seq <= c.after_seq and pg_visible_in_snapshot(r.xid, c.win_to))
          union all
          select r.created_at from eventing.outbox r
          where r.shard = c.shard and r.xid = any (array(select pg_snapshot_xip(c.win_from)))
            and not (c.win_to is not null and r.seq <= c.after_seq and pg_visible_in_snapshot(r.xid, c.win_to))
          limit bound_per_shard) o) b
$$;

-- For an operator after dump and restore, when transaction numbers mean nothing: everything is published again, inboxes absorb it.
create function eventing.outbox_after_restore() returns bigint
    language plpgsql as $$
declare
    restamped bigint;
begin
    perform from eventing.outbox_cursor order by shard for update;
    update eventing.outbox set xid = pg_current_xact_id();
    get diagnostics restamped = row_count;
    update eventing.outbox_cursor set win_from = '1:1:', win_to = null, after_seq = 0;
    delete from eventing.outbox_held;
    delete from eventing.outbox_parked;
    delete from eventing.outbox_window;
    return restamped;
end $$;

-- Retention. A day leaves the log only when it is over for keep_days, no row of it is ahead of its shard's cursor and no parked
-- key refers to it.
create schema if not exists eventing_archive;

create function eventing.outbox_day_is_done(wanted date) returns boolean
    language sql stable set enable_seqscan = off as $$
select not exists (select from eventing.outbox_held where day = wanted)
   and not exists (
       select from eventing.outbox_cursor c
       where exists (
           select from eventing.outbox o
           where o.day = wanted and o.shard = c.shard and o.xid >= pg_snapshot_xmax(c.win_from))
          or exists (
           select from eventing.outbox o
           where o.day = wanted and o.shard = c.shard and o.xid = any (array(select pg_snapshot_xip(c.win_from))))
          or c.win_to is not null)
$$;

create function eventing.outbox_detach_days(keep_days integer) returns integer
    language plpgsql as $$
declare
    day_table text;
    oldest_kept date := (now() at time zone 'UTC')::date - keep_days;
    detached integer := 0;
begin
    for day_table in
        select c.relname
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'eventing.outbox'::regclass and c.relname ~ '^outbox_[0-9]{8}$'
        order by c.relname
    loop
        continue when to_date(right(day_table, 8), 'YYYYMMDD') >= oldest_kept;
        continue when not eventing.outbox_day_is_done(to_date(right(day_table, 8), 'YYYYMMDD'));
        execute format('alter table eventing.outbox detach partition eventing.%I', day_table);
        execute format('alter table eventing.%I set schema eventing_archive', day_table);
        detached := detached + 1;
    end loop;
    return detached;
end $$;

create function eventing.outbox_drop_archive(archive_days integer) returns integer
    language plpgsql as $$
declare
    day_table text;
    oldest_kept date := (now() at time zone 'UTC')::date - archive_days;
    dropped integer := 0;
begin
    for day_table in
        select c.relname
        from pg_class c
        where c.relnamespace = 'eventing_archive'::regnamespace and c.relkind = 'p' and c.relname ~ '^outbox_[0-9]{8}$'
        order by c.relname
    loop
        continue when to_date(right(day_table, 8), 'YYYYMMDD') >= oldest_kept;
        execute format('drop table eventing_archive.%I', day_table);
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;
