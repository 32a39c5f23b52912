-- The ordered feed that every stream instance tails, and the one-time tickets of live connections.
create schema if not exists tracking;

-- CACHE 1: seq orders the rows of one trip, so a session must not hold numbers back.
create sequence tracking.feed_seq cache 1;

-- Insert-only. xid is the writing transaction: what is new is the difference of two snapshots, never "seq > last", which loses
-- whoever commits late. Six slots of five minutes are a ring: the oldest one is truncated, so leaving costs nothing.
create table tracking.feed (
    seq        bigint      not null default nextval('tracking.feed_seq'),
    slot       smallint    not null default ((extract(epoch from now())::bigint / 300) % 6)::smallint,
    xid        xid8        not null default pg_current_xact_id(),
    at         timestamptz not null default now(),
    kind       text        not null check (kind in ('position', 'status', 'trip', 'alert', 'removed')),
    trip_id    text        not null,
    payload    jsonb       not null
) partition by list (slot);

create table tracking.feed_0 partition of tracking.feed for values in (0);
create table tracking.feed_1 partition of tracking.feed for values in (1);
create table tracking.feed_2 partition of tracking.feed for values in (2);
create table tracking.feed_3 partition of tracking.feed for values in (3);
create table tracking.feed_4 partition of tracking.feed for values in (4);
create table tracking.feed_5 partition of tracking.feed for values in (5);
create index feed_xid on tracking.feed (xid);

-- Empties the slot that comes after the next one: rows stay between 15 and 20 minutes. Gives up when somebody holds the slot.
create function tracking.feed_rotate() returns boolean
    language plpgsql
    set lock_timeout = '500ms'
as $$
declare
    old_slot integer := (extract(epoch from clock_timestamp())::bigint / 300 + 2) % 6;
    filled   boolean;
begin
    execute format('select exists (select from tracking.feed_%s)', old_slot) into filled;
    if filled then
        execute format('truncate tracking.feed_%s', old_slot);
    end if;
    return filled;
exception
    when lock_not_available then return false;
end $$;

-- A ticket is kept as its SHA-256 and leaves by the one DELETE that redeems it.
create table tracking.ws_ticket (
    hash             text        primary key,
    principal        jsonb       not null,
    token_id         text,
    token_expires_at timestamptz,
    expires_at       timestamptz not null
);
create index ws_ticket_expiry on tracking.ws_ticket (expires_at);
