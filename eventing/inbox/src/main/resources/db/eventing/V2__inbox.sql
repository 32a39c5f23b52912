create schema if not exists eventing;

-- One row per event and consumer that was handled. It commits with the effect, so a row is the proof of the effect.
-- Not partitioned: the key that dedupes would have to carry the partition column. Old rows go in small batches by first_seen.
create table eventing.inbox (
    consumer      text        not null,
    event_source  text        not null,
    event_id      text        not null,
    event_type    text        not null,
    partition_key text        not null,
    sequence      bigint      not null,
    status        text        not null check (status in ('PROCESSED', 'IGNORED')),
    reason        text,
    attempts      integer     not null,
    first_seen    timestamptz not null default now(),
    processed_at  timestamptz not null default now(),
    primary key (consumer, event_source, event_id)
);
-- Retention only. Rows arrive in this order, so inserts touch the last page of the index.
create index inbox_first_seen on eventing.inbox (first_seen);

-- Failed attempts, counted apart from the handler's transaction, which was rolled back. Few rows: only events that failed.
create table eventing.inbox_attempts (
    consumer      text        not null,
    event_source  text        not null,
    event_id      text        not null,
    event_type    text        not null,
    partition_key text        not null,
    sequence      bigint      not null,
    attempts      integer     not null,
    redrive_id    text,
    code          text        not null,
    error         text        not null,
    first_at      timestamptz not null default now(),
    last_at       timestamptz not null default now(),
    primary key (consumer, event_source, event_id)
);
create index inbox_attempts_last_at on eventing.inbox_attempts (last_at);

-- Finished commands. The row commits with the effect; a command that still runs holds an advisory lock instead of a row.
-- The body is text, not jsonb: a replay answers the same bytes.
create table eventing.idempotency (
    scope        text        not null,
    key          text        not null,
    fingerprint  text        not null,
    status       smallint    not null,
    location     text,
    etag         text,
    body         text        not null,
    created_at   timestamptz not null default now(),
    expires_at   timestamptz not null,
    primary key (scope, key)
);
create index idempotency_expires_at on eventing.idempotency (expires_at);

create table eventing.timers (
    id             text        primary key,
    due_at         timestamptz not null,
    kind           text        not null,
    subject        text        not null,
    dedupe_key     text        not null,
    status         text        not null default 'DUE' check (status in ('DUE', 'FIRED', 'CANCELLED')),
    fired_at       timestamptz,
    correlation_id text        not null,
    created_at     timestamptz not null default now(),
    unique (kind, dedupe_key)
);
create index timers_due on eventing.timers (due_at) where status = 'DUE';
create index timers_done on eventing.timers (due_at) where status <> 'DUE';

create table eventing.revoked_tokens (
    jti        text        primary key,
    expires_at timestamptz not null
);
create index revoked_tokens_expires_at on eventing.revoked_tokens (expires_at);

-- The first statement of a keyed command, one round trip: takes the key's lock without waiting, then looks for a finished record.
-- A function, because each of its statements has a snapshot of its own: one statement that locks and reads would read with the
-- snapshot from before the lock and miss a record that was committed in between.
create function eventing.enter_command(
    in_scope text, in_key text, in_jti text,
    out tx_now timestamptz, out revoked boolean, out locked boolean, out stored boolean,
    out fingerprint text, out status smallint, out location text, out etag text, out body text)
language plpgsql volatile as $$
begin
    tx_now := now();
    revoked := in_jti is not null and exists (select from eventing.revoked_tokens t where t.jti = in_jti and t.expires_at > now());
    locked := pg_try_advisory_xact_lock(hashtextextended(in_scope || chr(10) || in_key, 0));
    select true, i.fingerprint, i.status, i.location, i.etag, i.body
      into stored, fingerprint, status, location, etag, body
      from eventing.idempotency i
     where i.scope = in_scope and i.key = in_key and i.expires_at > now();
    stored := coalesce(stored, false);
end $$;
